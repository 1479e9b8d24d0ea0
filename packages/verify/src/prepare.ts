import { flyTokenMissing, hasFlyToken } from '@fly-monitoring/fly';
import { Problems, type RawInputs, type StageTools } from '@fly-monitoring/kit';
import { baseInputs, type VerifyInputs } from './base-inputs.js';
import { parseVerifyInputs } from './inputs.js';
import { type Repository, readMaterial } from './repository/read-repository.js';
import { withAppNames } from './with-app-names.js';

export interface PreparedVerify {
  readonly inputs: VerifyInputs;
  readonly repository: Repository;
}

/** @throws SuiteError that names everything that is wrong */
export async function prepareVerify(raw: RawInputs, tools: StageTools): Promise<PreparedVerify> {
  const problems = new Problems();
  const parsed = await problems.attemptRead(() => parseVerifyInputs(raw));
  if (needsFly(raw) && !(await hasFlyToken(['fly-monitoring-api-token', 'fly-api-token'], raw, tools))) {
    problems.add(flyTokenMissing(otherWay));
  }
  const place = { files: tools.files, workspace: tools.context.workspace };
  const inputs = parsed === undefined ? undefined : await withAppNames(parsed, problems, place);
  const repository = inputs === undefined ? undefined : await problems.attemptRead(() => readMaterial(inputs, place));
  if (inputs === undefined || repository === undefined) throw problems.joined();
  problems.throwIfAny();
  return { inputs, repository };
}

/** Prometheus is asked through `flyctl proxy` when nothing of these is given; they may be wrong, so they are not parsed. */
function needsFly({ given, environment }: RawInputs): boolean {
  const names = ['prometheus-url', 'prometheus-password', 'prometheus-token'] as const;
  const isGiven = (text: string | undefined) => text !== undefined && text.trim() !== '';
  const isDryRun = given['dry-run']?.trim().toLowerCase() === 'true';
  const isReached = names.some(
    (name) => isGiven(given[name]) || isGiven(environment[baseInputs[name].environment ?? '']),
  );
  return !isDryRun && !isReached;
}

const otherWay =
  'Or give prometheus-url (PROMETHEUS_URL), or PROMETHEUS_PASSWORD for https://<monitoring-app>.fly.dev.';
