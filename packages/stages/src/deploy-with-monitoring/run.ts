import {
  errorReport,
  type PreparedStage,
  type RawInputs,
  type StageReport,
  type StageTools,
  toSuiteError,
} from '@fly-monitoring/kit';
import { errorInChainNames, reportInChainNames } from './chain-names.js';
import { prepareStage } from './prepare.js';
import { proofInputs } from './proof-inputs.js';
import { app, type ChainStage, dashboards, monitoring, verify } from './stages.js';

/** What became of one stage; `skipped` says why. */
export type ChainPart =
  | { readonly kind: 'ran'; readonly part: ChainStage; readonly report: StageReport }
  | { readonly kind: 'skipped'; readonly part: ChainStage; readonly reason: string };

interface ChainRun {
  readonly prepared: ReadonlyMap<ChainStage, PreparedStage>;
  readonly raw: RawInputs;
  readonly tools: StageTools;
}

/** Both deploys side by side, then the dashboards, then the proof. */
export async function runChain({ prepared, raw, tools }: ChainRun): Promise<readonly ChainPart[]> {
  const work = (part: ChainStage) => settle(part, () => prepared.get(part)?.run() ?? missing(part));
  // Both are waited for even when one fails: a deploy that is cut off half way leaves leases behind.
  const deploys = await Promise.all([work(monitoring), work(app)]);
  const reason = whyNotOn(deploys);
  if (reason !== undefined) {
    return [...deploys, { kind: 'skipped', part: dashboards, reason }, { kind: 'skipped', part: verify, reason }];
  }
  const imported = await work(dashboards);
  if (imported.report.conclusion === 'interrupted') {
    return [...deploys, imported, { kind: 'skipped', part: verify, reason: cancelled }];
  }
  // A failed import does not keep the proof from being tried: the targets are what people wait for.
  const [ofMonitoring, ofApp] = deploys;
  const reports = { monitoring: ofMonitoring.report, app: ofApp.report, dashboards: imported.report };
  const extra = proofInputs(reports, raw);
  const proof = await settle(verify, async () => (await prepareStage(verify, raw, { tools, extra })).run());
  return [...deploys, imported, proof];
}

const cancelled = 'the run was cancelled';

/** Undefined when both deploys ended well. */
function whyNotOn(deploys: readonly (ChainPart & { kind: 'ran' })[]): string | undefined {
  if (deploys.some(({ report }) => report.conclusion === 'interrupted')) return cancelled;
  const failed = deploys.filter(({ report }) => report.conclusion === 'failure').map(({ part }) => part.label);
  return failed.length === 0 ? undefined : `the deploy of ${failed.join(' and ')} failed`;
}

async function settle(part: ChainStage, work: () => Promise<StageReport>): Promise<ChainPart & { kind: 'ran' }> {
  try {
    return { kind: 'ran', part, report: reportInChainNames(part, await work()) };
  } catch (thrown) {
    return { kind: 'ran', part, report: errorReport(errorInChainNames(part, toSuiteError(thrown, part.stage.name))) };
  }
}

function missing(part: ChainStage): never {
  throw new Error(`The stage ${part.label} was not prepared.`);
}
