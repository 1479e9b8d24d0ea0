/**
 * Ends the process once everything written to standard output and standard error has reached its reader. A pipe holds
 * 64 KiB, and `process.exit()` by itself drops what still waits behind them: the last words first, the error with
 * them. Nor does the process end by itself: sockets kept alive by servers would hold it until they time out.
 */
export async function endProcess(exitCode: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map(written));
  process.exit(exitCode);
}

/** Resolves also when the reader has gone away: nobody is left to tell. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', resolve);
    stream.write('', () => resolve());
  });
}

/** A reader that goes away, as `head` does, must not end a deploy half way: the work goes on without its words. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
