import {
  SuiteError as Failure,
  type PreparedStage,
  parseInputs,
  type RawInputs,
  type StageTools,
  type SuiteError,
  toSuiteError,
} from '@fly-monitoring/kit';
import { joinErrors } from '../fly-deployment/file-problems.js';
import { inChainNames, inputsForStage, linkInputs } from './links.js';
import { prefixedLog } from './prefixed-log.js';
import { type ChainStage, chainStages } from './stages.js';

export const chainInputs = linkInputs(chainStages.map(({ stage, renames }) => ({ inputs: stage.inputs, renames })));

/** Prepares one stage of the chain with its share of the inputs, and `extra` ones that only the chain knows. */
export function prepareStage(
  { stage, renames, label }: ChainStage,
  raw: RawInputs,
  { tools, extra = {} }: { readonly tools: StageTools; readonly extra?: Readonly<Record<string, string>> },
): Promise<PreparedStage> {
  const own = inputsForStage({ inputs: stage.inputs, renames }, raw.given);
  const given = { ...own, ...extra };
  return stage.prepare({ given, environment: raw.environment }, { ...tools, log: prefixedLog(tools.log, label) });
}

/**
 * Prepares all stages.
 * @throws SuiteError that holds the problems of every stage: nobody should have to run a deploy four times to see them
 */
export async function prepareAll(raw: RawInputs, tools: StageTools): Promise<ReadonlyMap<ChainStage, PreparedStage>> {
  const prepared = new Map<ChainStage, PreparedStage>();
  const failures: SuiteError[] = [];
  try {
    parseInputs(chainInputs, raw);
  } catch (thrown) {
    failures.push(toSuiteError(thrown));
  }
  for (const chainStage of chainStages) {
    try {
      prepared.set(chainStage, await prepareStage(chainStage, raw, { tools }));
    } catch (thrown) {
      failures.push(inWordsOfChain(chainStage, toSuiteError(thrown)));
    }
  }
  if (failures.length > 0) throw joinErrors(failures);
  return prepared;
}

function inWordsOfChain({ stage, renames }: ChainStage, cause: SuiteError): SuiteError {
  const message = inChainNames({ inputs: stage.inputs, renames }, cause.message);
  if (message === cause.message) return cause;
  return new Failure({ code: cause.code, message, hint: cause.hint, cause });
}
