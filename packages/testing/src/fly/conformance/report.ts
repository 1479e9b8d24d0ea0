import type { JudgeName } from './probe.js';
import type { Verdict } from './verdict.js';

const marks = { passed: 'ok', failed: 'FAILED', known: 'differs', skipped: '-' } as const;

/** A line for each probe, a column for each judge; then what is wrong, then the counts. */
export function renderReport(verdicts: readonly Verdict[]): string {
  const judges = [...new Set(verdicts.map(({ judge }) => judge))];
  const ids = [...new Set(verdicts.map(({ probe }) => probe.id))];
  const width = Math.max(...ids.map((id) => id.length), 'probe'.length);
  const row = (id: string, cells: readonly string[]) => [id.padEnd(width), ...cells.map((c) => c.padEnd(9))].join('  ');
  const rows = ids.map((id) =>
    row(
      id,
      judges.map((judge) => markOf(verdicts, id, judge)),
    ),
  );
  const lines = [row('probe', judges), ...rows, '', ...problemLines(verdicts), ...differenceLines(verdicts)];
  return `${[...lines, ...judges.map((judge) => countLine(verdicts, judge))].map((line) => line.trimEnd()).join('\n')}\n`;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly known: number;
  readonly skipped: number;
}

export function countsOf(verdicts: readonly Verdict[], judge: JudgeName): Counts {
  const count = (kind: Verdict['kind']) => verdicts.filter((one) => one.judge === judge && one.kind === kind).length;
  return { passed: count('passed'), failed: count('failed'), known: count('known'), skipped: count('skipped') };
}

function countLine(verdicts: readonly Verdict[], judge: JudgeName): string {
  const { passed, failed, known, skipped } = countsOf(verdicts, judge);
  return `${judge}: ${passed} passed, ${failed} failed, ${known} known to differ, ${skipped} skipped`;
}

function markOf(verdicts: readonly Verdict[], id: string, judge: JudgeName): string {
  const verdict = verdicts.find((one) => one.probe.id === id && one.judge === judge);
  return verdict === undefined ? '' : marks[verdict.kind];
}

function problemLines(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.kind !== 'failed') return [];
    const { probe, judge, problems } = verdict;
    return [`${judge}: ${probe.id}: ${probe.relies} (${probe.source})`, ...problems.map((one) => `    ${one}`), ''];
  });
}

/** Where the tests' stand-in and a real flyctl are not judged alike. */
function differenceLines(verdicts: readonly Verdict[]): readonly string[] {
  const lines = verdicts.flatMap((verdict) => {
    if (verdict.judge !== 'stand-in' || (verdict.kind !== 'failed' && verdict.kind !== 'known')) return [];
    const isReal = ({ probe, judge, kind }: Verdict) =>
      probe.id === verdict.probe.id && judge !== 'stand-in' && kind === 'passed';
    if (!verdicts.some(isReal)) return [];
    return [`    ${verdict.probe.id}: ${verdict.kind === 'known' ? verdict.why : verdict.problems.join('; ')}`];
  });
  return lines.length === 0 ? [] : ['The stand-in differs from flyctl in:', ...lines, ''];
}

/** For machines: no words but what each verdict holds. */
export function renderJson(verdicts: readonly Verdict[]): string {
  const entries = verdicts.map(({ probe, judge, kind, ...rest }) => ({ probe: probe.id, judge, kind, ...rest }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
