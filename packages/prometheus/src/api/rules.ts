import { asNumber, asText, asUnknown, either, fields, listOf, type Read, recordOf } from '@fly-monitoring/kit';
import type { Labels } from './targets.js';
import { asTime } from './time.js';

export interface Rule {
  readonly type: 'alerting' | 'recording' | 'other';
  readonly name: string;
  readonly query: string;
  readonly health: string;
  readonly lastError: string;
  readonly lastEvaluationMs: number | undefined;
  readonly labels: Labels;
  /** `firing`, `pending` or `inactive` for alerts, else empty. */
  readonly state: string;
  /** How many alerts it holds now. */
  readonly alertCount: number;
}

export interface RuleGroup {
  readonly name: string;
  readonly file: string;
  readonly intervalMs: number;
  readonly lastEvaluationMs: number | undefined;
  readonly rules: readonly Rule[];
}

const asRule: Read<Rule> = (value, path) => {
  const read = fields({
    type: asText,
    name: asText,
    query: asText,
    health: asText,
    lastError: either(asText, ''),
    lastEvaluation: either(asTime, undefined),
    labels: either(recordOf(asText), {}),
    state: either(asText, ''),
    alerts: either(listOf(asUnknown), []),
  })(value, path);
  const { alerts, lastEvaluation, type, ...rest } = read;
  const known = type === 'alerting' || type === 'recording' ? type : 'other';
  return { ...rest, type: known, lastEvaluationMs: lastEvaluation, alertCount: alerts.length };
};

const asRuleGroup: Read<RuleGroup> = (value, path) => {
  const read = fields({
    name: asText,
    file: asText,
    interval: asNumber,
    lastEvaluation: either(asTime, undefined),
    rules: listOf(asRule),
  })(value, path);
  const { interval, lastEvaluation, ...rest } = read;
  return { ...rest, intervalMs: interval * 1_000, lastEvaluationMs: lastEvaluation };
};

export const asRuleGroups: Read<readonly RuleGroup[]> = (value, path) =>
  fields({ groups: listOf(asRuleGroup) })(value, path).groups;
