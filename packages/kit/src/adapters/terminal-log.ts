import type { Annotation, Log } from '../ports.js';
import type { Redactor } from '../secret.js';
import { cutLines, cutMiddle, harmless } from '../text/foreign-text.js';
import type { LiveBlock } from './live-block.js';

const marks = { notice: 'ℹ', warning: '⚠', error: '✖' } as const;

/** Where a terminal's log goes. */
export interface TerminalOutput {
  /** Gets whole lines. */
  write(line: string): void;
  /** Only where somebody watches. */
  readonly block?: LiveBlock | undefined;
}

/** More than any screen is wide; the live block cuts to the screen. */
const longestLiveLine = 1_000;

/**
 * Progress on a terminal. Its lines are harmless to GitHub's runner too: the command line may be a step of a workflow,
 * and the runner obeys what any process of a step prints.
 */
export function terminalLog(redactor: Redactor, { write, block }: TerminalOutput): Log {
  let depth = 0;
  let standing: readonly string[] = [];
  // Twice: a secret may be whole only before characters are replaced, or only after colours inside it are gone.
  const clean = (text: string) => redactor.redact(harmless(redactor.redact(text)));
  const say = (text: string) => {
    const indent = '  '.repeat(depth);
    block?.hide();
    for (const line of cutLines(clean(text)).split('\n')) write(indent + line);
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
        standing = lines.map((line) => cutMiddle(clean(line).replaceAll('\n', ' '), longestLiveLine));
        block.show(standing);
      },
    }),
  };
}
