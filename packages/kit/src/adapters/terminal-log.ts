import type { Annotation, Log } from '../ports.js';
import type { Redactor } from '../secret.js';

const marks = { notice: 'ℹ', warning: '⚠', error: '✖' } as const;

/** Progress on a terminal; `write` gets whole lines. */
export function terminalLog(redactor: Redactor, write: (line: string) => void): Log {
  let depth = 0;
  const say = (line: string) => write(`${'  '.repeat(depth)}${redactor.redact(line)}`);
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
  };
}
