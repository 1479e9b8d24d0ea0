type Register = (title: string, body: () => void | Promise<void>, timeoutMs?: number) => void;

/** jest's `test` and `describe` both have this shape. */
export type TestDoor = Register & { readonly skip: Register };

/**
 * `test` or `describe` where nothing is in the way; else what skips and says why in the title, so that whoever reads
 * the output of a run knows what it did not show.
 */
export function runOrSkip(door: TestDoor, obstacle: string | undefined): Register {
  if (obstacle === undefined) return door;
  return (title, body, timeoutMs) => door.skip(`${title} [skipped: ${obstacle}]`, body, timeoutMs);
}
