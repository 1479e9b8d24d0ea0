import type { Annotation, Log } from '../ports.js';
import type { Redactor } from '../secret.js';
import type { LiveBlock } from './live-block.js';

const marks = { notice: 'ℹ', warning: '⚠', error: '✖' } as const;

/** Where a terminal's log goes. */
export interface TerminalOutput {
  /** Gets whole lines. */
  write(line: string): void;
  /** Only where somebody watches. */
  readonly block?: LiveBlock | undefined;
}

/** Progress on a terminal. */
export function terminalLog(redactor: Redactor, { write, block }: TerminalOutput): Log {
  let depth = 0;
  let standing: readonly string[] = [];
  const say = (line: string) => {
    block?.hide();
    write(`${'  '.repeat(depth)}${redactor.redact(line)}`);
    block?.show(standing);
  };
  return {
    info: say,
    group: async (title, body) => {
      say(title);
      depth++;
      try {
        return await body();
      } finally {
        depth--;
      }
    },
    annotate: (annotation: Annotation) => {
      say(`${marks[annotation.level]} ${annotation.title}: ${annotation.message}`);
    },
    ...(block && {
      live: (lines: readonly string[]) => {
        standing = lines.map((line) => redactor.redact(line));
        block.show(standing);
      },
    }),
  };
}
