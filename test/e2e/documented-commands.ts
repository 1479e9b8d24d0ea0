import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The shell blocks of a section of a page, as written there. */
export function shellBlocks(page: string, heading: string): readonly string[] {
  const text = readFileSync(page, 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`${page} has no section "${heading}".`);
  return [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block ?? '');
}

export interface ShellRun {
  readonly exitCode: number | null;
  readonly printed: string;
}

/** Runs a block as somebody would who copies it into a shell; a line that stops it is in what was printed. */
export async function runShell(block: string, cwd: string, env: Readonly<Record<string, string>>): Promise<ShellRun> {
  // "…" stands for the reader's own token, which is in the environment already.
  const script = block.replace(/^export .*=….*\n/gm, '');
  const child = spawn('sh', ['-eux', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { exitCode, printed };
}
