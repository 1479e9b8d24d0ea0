import type { Probe } from './probe.js';
import type { Verdict } from './verdict.js';

/** One line for a probe, and below it what is wrong. */
export function renderVerdict(verdict: Verdict): string {
  const { probe } = verdict;
  switch (verdict.kind) {
    case 'passed':
      return `ok       ${probe.id}\n`;
    case 'skipped':
      return `-        ${probe.id}: ${verdict.why}\n`;
    case 'known':
      return `differs  ${probe.id}: ${verdict.why}\n`;
    case 'failed':
      return `FAILED   ${probe.id}: ${probe.relies} (${probe.source})\n${verdict.problems.map((one) => `           ${one}\n`).join('')}`;
  }
}

/** `12 of 13 probes passed …`: those that were asked; the skipped ones are told apart. */
export function renderCount(name: string, version: string | undefined, verdicts: readonly Verdict[]): string {
  const count = (kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind).length;
  const asked = verdicts.length - count('skipped');
  const known = count('known') === 0 ? '' : `, ${count('known')} known to differ`;
  const shown = version === undefined ? 'its version hidden' : `Grafana ${version}`;
  return `${count('passed')} of ${asked} probes passed on ${name} (${shown})${known}, ${count('skipped')} skipped\n`;
}

/** For machines: what each verdict holds. */
export function renderJson(verdicts: readonly Verdict[]): string {
  return `${JSON.stringify(
    verdicts.map(({ probe, ...rest }) => ({ probe: probe.id, ...rest })),
    null,
    2,
  )}\n`;
}

export function renderList(probes: readonly Probe[]): string {
  return probes.map(({ id, relies, source }) => `${id}\n    ${relies}\n    ${source}\n`).join('');
}
