import { type StageReport, SuiteError } from '@fly-monitoring/kit';
import { inChainNames } from './links.js';
import type { ChainStage } from './stages.js';

/** What a stage says, with its inputs under the names that the chain's user wrote. */
export function textInChainNames({ stage, renames }: ChainStage, text: string): string {
  return inChainNames({ inputs: stage.inputs, renames }, text);
}

export function errorInChainNames(part: ChainStage, cause: SuiteError): SuiteError {
  const message = textInChainNames(part, cause.message);
  const hint = textInChainNames(part, cause.hint);
  if (message === cause.message && hint === cause.hint) return cause;
  return new SuiteError({ code: cause.code, message, hint, cause, isTemporary: cause.isTemporary });
}

export function reportInChainNames(part: ChainStage, report: StageReport): StageReport {
  const translate = (text: string) => textInChainNames(part, text);
  return {
    ...report,
    summary: translate(report.summary),
    lines: report.lines.map(translate),
    annotations: report.annotations.map((one) => ({ ...one, message: translate(one.message) })),
  };
}
