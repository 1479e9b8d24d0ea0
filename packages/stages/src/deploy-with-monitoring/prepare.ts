import {
  SuiteError as Failure,
  invalidInputs,
  type PreparedStage,
  parseInputs,
  type RawInputs,
  type StageTools,
  type SuiteError,
  toSuiteError,
} from '@fly-monitoring/kit';
import { tellUnusedHosts } from '../insecure-hosts.js';
import { insecureHostsOf } from './insecure-hosts.js';
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
  const given = { ...own, ...insecureHostsOf(stage.inputs, parseInputs(chainInputs, raw)), ...extra };
  return stage.prepare({ given, environment: raw.environment }, { ...tools, log: prefixedLog(tools.log, label) });
}

/**
 * Prepares all stages.
 * @throws SuiteError that holds the problems of every stage: nobody should have to run a deploy four times to see them
 */
export async function prepareAll(raw: RawInputs, tools: StageTools): Promise<ReadonlyMap<ChainStage, PreparedStage>> {
  tellUnusedHosts(chainInputs, parseInputs(chainInputs, raw), tools.log);
  const prepared = new Map<ChainStage, PreparedStage>();
  const failures: SuiteError[] = [];
  for (const chainStage of chainStages) {
    try {
      prepared.set(chainStage, await prepareStage(chainStage, raw, { tools }));
    } catch (thrown) {
      failures.push(inWordsOfChain(chainStage, toSuiteError(thrown)));
    }
  }
  if (failures.length > 0) throw joinFailures(failures);
  return prepared;
}

function inWordsOfChain({ stage, renames }: ChainStage, cause: SuiteError): SuiteError {
  const message = inChainNames({ inputs: stage.inputs, renames }, cause.message);
  if (message === cause.message) return cause;
  return new Failure({ code: cause.code, message, hint: cause.hint, cause });
}

function joinFailures(failures: readonly SuiteError[]): SuiteError {
  const [first] = failures;
  if (first === undefined) return invalidInputs([]);
  const messages = new Set(failures.flatMap((failure) => failure.message.split('\n')));
  if (messages.size === 1) return first;
  const hints = [...new Set(failures.map((failure) => failure.hint))];
  return new Failure({ code: first.code, message: [...messages].join('\n'), hint: hints.join(' '), cause: first });
}
