import type { StageReport } from './stage.js';
import type { SuiteError } from './suite-error.js';

/** What people and later steps see of a stage that ended with an error. */
export function errorReport(error: SuiteError): StageReport {
  const message = error.message.trim();
  return {
    conclusion: error.code === 'INTERRUPTED' ? 'interrupted' : 'failure',
    outputs: {},
    summary: `### ❌ ${error.code}\n\n${message.replaceAll('\n', '\n\n')}\n\n**Next:** ${error.hint}\n`,
    lines: [],
    annotations: [{ level: 'error', title: error.code, message: `${message}\nNext: ${error.hint} [${error.code}]` }],
  };
}
