import type { Rule, RuleGroup, WrittenRuleGroup } from '@fly-monitoring/prometheus';
import type { Check, Verdict } from '../../check.js';
import { base } from './identity.js';

export interface RulesEvidence {
  readonly wanted: readonly WrittenRuleGroup[];
  readonly loaded: readonly RuleGroup[];
  /** By Prometheus' clock: when each target had been scraped once; undefined before that. */
  readonly firstFullScrapeMs: number | undefined;
  /** Until when this may be waited for, by Prometheus' clock. */
  readonly deadlineMs: number;
}

export interface RulesVerdict {
  readonly check: Check;
  readonly isPending: boolean;
}

interface GroupState {
  readonly verdict: Exclude<Verdict, 'skipped'>;
  readonly isPending: boolean;
  readonly detail: string;
  readonly hint: string;
}

/** Loaded, without error, and evaluated over what is scraped now; an evaluation of nothing is "ok" as well. */
export function judgeRules(evidence: RulesEvidence): RulesVerdict {
  const states = evidence.wanted.map((group) => judgeGroup(group, evidence));
  const open = states.filter(({ verdict }) => verdict !== 'pass');
  const worst = open.find(({ verdict }) => verdict === 'fail') ?? open[0];
  if (worst === undefined) {
    const count = evidence.wanted.reduce((sum, { rules }) => sum + rules.length, 0);
    const early = states.filter(({ detail }) => detail !== '').map(({ detail }) => `; ${detail}`);
    const evidenceText = `${count} rules in ${evidence.wanted.length} groups are loaded and healthy${early.join('')}`;
    return { check: { ...base, verdict: 'pass', evidence: evidenceText, hint: '' }, isPending: false };
  }
  const same = open.filter(({ verdict }) => verdict === worst.verdict).map(({ detail }) => detail);
  const check: Check = { ...base, verdict: worst.verdict, evidence: same.join('; '), hint: worst.hint };
  return { check, isPending: open.every(({ isPending }) => isPending) };
}

function judgeGroup(wanted: WrittenRuleGroup, evidence: RulesEvidence): GroupState {
  const where = `${wanted.name} of ${wanted.file}`;
  const loaded = evidence.loaded.find((one) => one.name === wanted.name && isSameFile(one.file, wanted.file));
  if (loaded === undefined) return final(`the group ${where} is not loaded`, notLoadedHint);
  const missing = missingRules(wanted, loaded);
  if (missing.length > 0) return final(`the group ${where} is loaded without ${missing.join(', ')}`, notLoadedHint);
  const broken = loaded.rules.filter(({ health, lastError }) => health === 'err' || lastError !== '');
  const [first] = broken;
  if (first !== undefined)
    return { ...open(`${first.name} in the group ${where} fails: ${first.lastError}`, errorHint), verdict: 'fail' };
  const due = dueMs(loaded.rules, evidence);
  if (due === 'done') return { verdict: 'pass', isPending: false, detail: '', hint: '' };
  if (isBeyond(loaded, evidence)) {
    const detail = `the group ${where} is evaluated every ${loaded.intervalMs / 1_000} s, later than this can wait for`;
    return { verdict: 'pass', isPending: false, detail, hint: '' };
  }
  return open(`the group ${where} was not evaluated since all targets were scraped`, waitHint);
}

/** The folder differs: rules lie elsewhere in the image than in the repository. */
function isSameFile(loaded: string, wanted: string): boolean {
  return loaded.split('/').at(-1) === wanted.split('/').at(-1);
}

/** Names may repeat, and each must be there as often as it is written. */
function missingRules({ rules: wanted }: WrittenRuleGroup, { rules }: RuleGroup): readonly string[] {
  const left = rules.map(({ name }) => name);
  return wanted.flatMap(({ name }) => {
    const at = left.indexOf(name);
    if (at < 0) return [name];
    left.splice(at, 1);
    return [];
  });
}

function dueMs(rules: readonly Rule[], { firstFullScrapeMs }: RulesEvidence): 'done' | 'waiting' {
  if (firstFullScrapeMs === undefined) return 'waiting';
  const isDone = ({ health, lastEvaluationMs }: Rule) =>
    health === 'ok' && lastEvaluationMs !== undefined && lastEvaluationMs >= firstFullScrapeMs;
  return rules.every(isDone) ? 'done' : 'waiting';
}

/** A group is evaluated first at some moment of its first interval. */
function isBeyond({ intervalMs }: RuleGroup, { firstFullScrapeMs, deadlineMs }: RulesEvidence): boolean {
  return firstFullScrapeMs !== undefined && firstFullScrapeMs + intervalMs > deadlineMs;
}

function final(detail: string, hint: string): GroupState {
  return { verdict: 'fail', isPending: false, detail, hint };
}

function open(detail: string, hint: string): GroupState {
  return { verdict: 'inconclusive', isPending: true, detail, hint };
}

const notLoadedHint =
  'Deploy the monitoring app again, and look whether rule_files in its configuration matches the files in its image.';
const errorHint =
  'Correct the rule: it is evaluated, and fails, so its alert never fires. "promtool test rules" shows it.';
const waitHint = 'Raise input "timeout" above the interval of the group.';
