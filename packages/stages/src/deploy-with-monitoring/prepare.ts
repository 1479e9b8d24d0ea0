import {
  deadlineInput,
  type PreparedStage,
  parseInputs,
  type RawInputs,
  type StageTools,
  type SuiteError,
  tellUnusedHosts,
  toSuiteError,
} from '@fly-monitoring/kit';
import { errorInChainNames } from './chain-names.js';
import { insecureHostsOf } from './insecure-hosts.js';
import { inputsForStage, linkInputs } from './links.js';
import { prefixedLog } from './prefixed-log.js';
import { refusal } from './refusal.js';
import { app, type ChainStage, chainStages } from './stages.js';

/** Both deploys side by side, then the import, then the proof: the stages' own deadlines, one after the other. */
export const chainDeadline = '75m';

export const chainInputs = {
  ...linkInputs(chainStages.map(({ stage, renames }) => ({ inputs: stage.inputs, renames }))),
  deadline: deadlineInput(chainDeadline),
};

/** Prepares one stage of the chain with its share of the inputs, and `extra` ones that only the chain knows. */
export function prepareStage(
  { stage, renames, label }: ChainStage,
  raw: RawInputs,
  { tools, extra = {} }: { readonly tools: StageTools; readonly extra?: Readonly<Record<string, string>> },
): Promise<PreparedStage> {
  const own = inputsForStage({ inputs: stage.inputs, renames }, raw.given);
  const given = { ...own, ...insecureHostsOf(stage.inputs, { spec: chainInputs, raw }), ...extra };
  return stage.prepare({ given, environment: raw.environment }, { ...tools, log: prefixedLog(tools.log, label) });
}

/** What the proof expects is written down with the release, for a later run in which it stays. */
function revisionOf({ given: { release = '' } }: RawInputs): Readonly<Record<string, string>> {
  return release.trim() === '' ? {} : { revision: release.trim() };
}

/**
 * Prepares all stages.
 * @throws SuiteError that holds the problems of every stage: nobody should have to run a deploy four times to see them
 */
export async function prepareAll(raw: RawInputs, tools: StageTools): Promise<ReadonlyMap<ChainStage, PreparedStage>> {
  const failures: SuiteError[] = [];
  const attempt = async (work: () => Promise<void>, part?: ChainStage) => {
    try {
      await work();
    } catch (thrown) {
      const error = toSuiteError(thrown);
      failures.push(part === undefined ? error : errorInChainNames(part, error));
    }
  };
  const prepared = new Map<ChainStage, PreparedStage>();
  // A name that no stage knows is seen by the chain only.
  await attempt(async () => tellUnusedHosts(chainInputs, parseInputs(chainInputs, raw), tools.log));
  for (const part of chainStages) {
    const extra = part === app ? revisionOf(raw) : {};
    await attempt(async () => void prepared.set(part, await prepareStage(part, raw, { tools, extra })), part);
  }
  if (failures.length > 0) throw refusal(failures);
  return prepared;
}
