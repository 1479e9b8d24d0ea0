import { isAbsolute, join } from 'node:path';
import { type Stage, type StageTools, tellUnusedHosts, withDeadline } from '@fly-monitoring/kit';
import type { VerifyInputs } from './base-inputs.js';
import { prepareChecks } from './engine/prepare-checks.js';
import { runVerify } from './engine/run.js';
import { verifyTargetsInputs } from './inputs.js';
import type { VerifyOutcome } from './outcome.js';
import { planVerify } from './plan.js';
import { prepareVerify } from './prepare.js';
import { reportVerify, verifyTargetsOutputs } from './report/report.js';
import { jsonReport } from './report/report-json.js';

export const verifyTargets: Stage = {
  name: 'verify-targets',
  purpose:
    'Proves that every expected service is scraped on every machine, and that the panels of the dashboards work.',
  inputs: verifyTargetsInputs,
  outputs: verifyTargetsOutputs,
  prepare: async (raw, tools) => {
    const { files, context, log } = tools;
    const { inputs, repository } = await prepareVerify(raw, tools);
    tellUnusedHosts(verifyTargetsInputs, inputs.forChecks, log);
    const plan = planVerify(inputs, repository);
    const { environment } = raw;
    const checks = await prepareChecks({
      inputs,
      repository,
      plan,
      files,
      environment,
      workspace: context.workspace,
    });
    const run = async () => {
      const limited = withDeadline(tools, { ms: inputs.deadline, stage: 'verify-targets' });
      for (const { level, file, line, message } of repository.config?.problems ?? []) {
        if (level === 'warning') log.info(`${file}:${line}: ${message}`);
      }
      const outcome = await runVerify({ inputs, plan, checks, environment }, limited);
      return reportVerify(outcome, await writeReport(outcome, inputs, tools));
    };
    // Its servers are what the stages before it deploy, so nothing can be asked of them before.
    return { preflight: async () => {}, run };
  },
};

/** @returns its path, empty when none was wanted */
async function writeReport(
  outcome: VerifyOutcome,
  inputs: VerifyInputs,
  { files, context }: StageTools,
): Promise<string> {
  if (inputs.report === undefined || outcome.kind !== 'verified') return '';
  const path = isAbsolute(inputs.report) ? inputs.report : join(context.workspace, inputs.report);
  await files.writeText(path, `${JSON.stringify(jsonReport(outcome), undefined, 2)}\n`);
  return path;
}
