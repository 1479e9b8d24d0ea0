import type { ErrorCode } from './error-codes.js';
import type { StageReport } from './stage.js';
import type { SuiteError } from './suite-error.js';
import { codeBlock, escapeCell } from './text/markdown.js';

/** Each line of their messages is a sentence of its own about one thing that is wrong. */
const listingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'INPUT_INVALID',
  'DASHBOARD_INVALID',
  'PROMETHEUS_CONFIG_INVALID',
]);

/** What people and later steps see of a stage that ended with an error. */
export function errorReport(error: SuiteError): StageReport {
  const message = error.message.trim();
  return {
    conclusion: error.code === 'INTERRUPTED' ? 'interrupted' : 'failure',
    outputs: {},
    summary: [
      `### ❌ ${error.code}`,
      ...messageParts(error.code, message),
      `**Next:** ${escapeCell(error.hint)}\n`,
    ].join('\n\n'),
    lines: [],
    annotations: [{ level: 'error', title: error.code, message: `${message}\nNext: ${error.hint} [${error.code}]` }],
  };
}

/** The first line is ours; those below it are mostly what a tool or a server wrote. */
function messageParts(code: ErrorCode, message: string): readonly string[] {
  const [first = '', ...rest] = message.split(/\r?\n/);
  if (listingCodes.has(code)) return [first, ...rest].map(escapeCell);
  return [escapeCell(first), ...(rest.length === 0 ? [] : [codeBlock(rest.join('\n'))])];
}
