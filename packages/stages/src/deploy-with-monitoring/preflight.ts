import { type PreparedStage, type StageTools, type SuiteError, toSuiteError } from '@fly-monitoring/kit';
import { errorInChainNames } from './chain-names.js';
import { refusal } from './refusal.js';
import type { ChainStage } from './stages.js';

interface Trouble {
  readonly part: ChainStage;
  readonly error: SuiteError;
}

/**
 * Lets every stage ask its servers before the first one changes anything. What may pass by itself keeps nothing from
 * being deployed: it is told, and left to the stage's own time.
 * @throws SuiteError with what keeps any of the stages from doing its work
 */
export async function preflightAll(prepared: ReadonlyMap<ChainStage, PreparedStage>, tools: StageTools): Promise<void> {
  tools.log.info('→ ask Fly.io and Grafana whether every step can be done');
  const troubles = (await Promise.all([...prepared].map(troubleOf))).flat();
  const lasting = troubles.filter(({ error }) => isLasting(error));
  if (lasting.length > 0) throw refusal(lasting.map(({ error }) => error));
  for (const { part, error } of troubles) {
    const message = `${error.message} It is tried again when its turn comes.`;
    tools.log.annotate({ level: 'notice', title: `${part.label}: not checked beforehand`, message });
  }
}

/** A defect of ours in asking says nothing of the work itself. */
function isLasting({ isTemporary, code }: SuiteError): boolean {
  return !isTemporary && code !== 'UNEXPECTED';
}

async function troubleOf([part, stage]: readonly [ChainStage, PreparedStage]): Promise<readonly Trouble[]> {
  try {
    await stage.preflight();
    return [];
  } catch (thrown) {
    return [{ part, error: errorInChainNames(part, toSuiteError(thrown)) }];
  }
}
