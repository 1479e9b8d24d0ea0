import { describeFailure, type Failure } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import type { CheckContext } from '../../check-module.js';
import { listed } from '../../report/check-words.js';
import { failureFacts } from '../../targets/failure-class.js';
import { type ExpectedSamples, expectedSamples } from './expected-samples.js';
import { base } from './identity.js';
import { judgeStored, type Shortfall } from './judge-stored.js';
import { type Ask, countStored, listStored } from './stored-samples.js';
import { whyNotStored } from './why-not-stored.js';

const notStoredHint =
  'Look at "fly logs" of the monitoring app for "Scrape commit failed", which says why: a full volume ("no space left on device") is made larger with "fly volumes extend", and kept from filling up by --storage.tsdb.retention.size.';

/**
 * That a target is up says that it was asked, not that its answer was kept: with a full disk every target is up and
 * nothing is stored. And a scrape of an empty body is up, too.
 */
export async function judgeSamples(context: CheckContext): Promise<Check> {
  if (context.targets.verdict !== 'pass') {
    return { ...base, verdict: 'skipped', evidence: 'not asked while targets are missing', hint: '' };
  }
  const ask: Ask = (expr) => context.api.query(expr);
  const expected = expectedSamples(context);
  const counts = await countStored(expected, ask);
  if (counts.kind === 'unknown') return unknown(counts.failure);
  const short = expected.filter(({ jobLabel, labelSets }) => counts.byJobLabel.get(jobLabel) !== labelSets);
  if (short.length === 0) return allStored(expected);
  const list = await listStored(short, ask);
  if (list.kind === 'unknown') return unknown(list.failure);
  const serverNowMs = context.nowMs + (context.server.clockSkewMs ?? 0);
  const facts = { ...list.stored, serverNowMs, counts: counts.byJobLabel };
  return verdictOf(
    short.flatMap((one) => judgeStored(one, facts)),
    expected,
    context,
  );
}

function unknown(failure: Failure): Check {
  const hint = 'Run again when Prometheus answers queries.';
  return { ...base, verdict: 'inconclusive', blame: 'monitoring', evidence: describeFailure(failure), hint };
}

function allStored(expected: readonly ExpectedSamples[]): Check {
  const total = expected.reduce((sum, { labelSets }) => sum + labelSets, 0);
  return { ...base, verdict: 'pass', evidence: `fresh samples of ${total} targets are stored`, hint: '' };
}

async function verdictOf(
  shortfalls: readonly Shortfall[],
  expected: readonly ExpectedSamples[],
  { ownMetrics }: CheckContext,
): Promise<Check> {
  const namesOf = (kind: Shortfall['kind']) => shortfalls.filter((one) => one.kind === kind).map(({ name }) => name);
  const notStored = namesOf('not-stored');
  if (notStored.length > 0) {
    const evidence = `up, but not stored: ${listed(notStored)}; ${whyNotStored(await ownMetrics())}`;
    return { ...base, verdict: 'fail', blame: 'monitoring', evidence, hint: notStoredHint };
  }
  if (shortfalls.length === 0) return allStored(expected);
  // An empty body is the app's; what relabelling throws away is not.
  const { blame, hint } = failureFacts[namesOf('no-samples').length > 0 ? 'no-samples' : 'all-dropped'];
  const evidence = `up, but without a single sample: ${listed(shortfalls.map(({ name }) => name))}`;
  return { ...base, verdict: 'fail', blame, hint, evidence };
}
