import { isAbsolute, join } from 'node:path';
import type { Stage, StageTools } from '@fly-monitoring/kit';
import { Problems } from '../fly-deployment/file-problems.js';
import { parseVerifyInputs, type VerifyInputs, verifyTargetsInputs } from './inputs.js';
import type { VerifyOutcome } from './outcome.js';
import { planVerify } from './plan.js';
import { prepareChecks } from './prepare-checks.js';
import { readMaterial } from './read-material.js';
import { reportVerify, verifyTargetsOutputs } from './report.js';
import { jsonReport } from './report-json.js';
import { runVerify } from './run.js';
import { withAppNames } from './with-app-names.js';

export const verifyTargets: Stage = {
  name: 'verify-targets',
  purpose:
    'Proves that every expected service is scraped on every machine, and that the panels of the dashboards work.',
  inputs: verifyTargetsInputs,
  outputs: verifyTargetsOutputs,
  prepare: async (raw, tools) => {
    const { files, context, log } = tools;
    const place = { files, workspace: context.workspace };
    const problems = new Problems();
    const inputs = await withAppNames(parseVerifyInputs(raw), problems, place);
    const material = await problems.attemptRead(() => readMaterial(inputs, place));
    problems.throwIfAny();
    if (material === undefined) throw new Error('A file that cannot be read must have been a problem.');
    const plan = planVerify(inputs, material);
    const { environment } = raw;
    const checks = await prepareChecks({
      inputs,
      material,
      plan,
      files,
      environment,
      workspace: context.workspace,
    });
    const run = async () => {
      for (const { level, line, message } of material.config?.problems ?? []) {
        if (level === 'warning') log.info(`${plan.configFile ?? ''}:${line}: ${message}`);
      }
      const outcome = await runVerify({ inputs, plan, checks, environment }, tools);
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
