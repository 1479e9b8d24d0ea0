import type { Check } from '../../check.js';
import { listed } from '../../report/check-words.js';
import type { PlannedPanel } from '../../repository/plan-panels.js';
import { base } from './identity.js';
import type { PanelState } from './judge-panels.js';

export interface PanelResult {
  readonly panel: PlannedPanel;
  readonly state: PanelState;
}

/** What the panels show, worst first. */
export function panelsCheck(results: readonly PanelResult[]): Check {
  const worst = verdicts.find(({ kind }) => results.some(({ state }) => state.kind === kind));
  if (worst === undefined) return { ...base, verdict: 'pass', evidence: panelCounts(results), hint: '' };
  const { kind, ...words } = worst;
  return { ...base, ...words, evidence: listed(results.filter(({ state }) => state.kind === kind).map(panelWords)) };
}

type Wrong = Pick<Check, 'verdict' | 'hint'> & Partial<Pick<Check, 'blame'>> & { readonly kind: PanelState['kind'] };

const verdicts: readonly Wrong[] = [
  {
    kind: 'error',
    verdict: 'fail',
    hint: 'Correct the query in the dashboard; Prometheus says what is wrong with it.',
  },
  {
    kind: 'missing',
    verdict: 'fail',
    hint: 'Correct the name in the dashboard or in the service; a panel that may be empty goes into allow-empty-panels.',
  },
  {
    kind: 'behind',
    verdict: 'fail',
    blame: 'remote',
    hint: 'Look at the data source in Grafana: its address, and whether what Prometheus sends arrives there (the check remote-write).',
  },
  { kind: 'unasked', verdict: 'inconclusive', blame: 'monitoring', hint: 'Run again when queries are answered.' },
];

export function panelWords({ panel, state }: PanelResult): string {
  return `${panel.dashboard}, "${panel.panel}" ${panel.refId}: ${'detail' in state ? state.detail : state.kind}`;
}

const stateWords = [
  ['data', 'show data'],
  ['zero', 'show 0'],
  ['nan', 'show NaN'],
  ['empty', 'are empty'],
  ['waiting', 'wait for traffic'],
  ['allowed', 'may be empty and are'],
  ['missing', 'ask for what does not exist'],
  ['behind', 'show less than Prometheus has'],
  ['error', 'fail'],
  ['unasked', 'could not be asked'],
] as const;

export function panelCounts(results: readonly PanelResult[]): string {
  const counts = stateWords.map(
    ([kind, words]) => [results.filter(({ state }) => state.kind === kind).length, words] as const,
  );
  const shownOnes = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${results.length} queries: ${shownOnes.join(', ')}`;
}
