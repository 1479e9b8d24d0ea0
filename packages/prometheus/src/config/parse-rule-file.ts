import { isNull } from '../yaml/scalar-types.js';
import { FieldReader } from './field-reader.js';
import type { ConfigProblem } from './types.js';
import { YamlSource } from './yaml-source.js';

export interface WrittenRule {
  /** Of the alert or of the recorded series. */
  readonly name: string;
  readonly type: 'alerting' | 'recording';
  readonly expr: string;
}

export interface WrittenRuleGroup {
  readonly name: string;
  readonly file: string;
  /** Undefined: the evaluation_interval of the configuration. */
  readonly intervalMs: number | undefined;
  readonly rules: readonly WrittenRule[];
}

export interface RuleFile {
  readonly groups: readonly WrittenRuleGroup[];
  readonly problems: readonly ConfigProblem[];
}

/** What a rule file asks for; whether its PromQL is right is promtool's to say. */
export function parseRuleFile(text: string, { file }: { readonly file: string }): RuleFile {
  const source = new YamlSource(text, { file, order: 'own-wins' });
  if (source.root !== undefined && source.root.kind !== 'mapping' && !isNull(source.root))
    source.error(source.root, 'A rule file must be a mapping.');
  const root = new FieldReader(source, source.root, '');
  const groups = root.items('groups').map((value) => readGroup(root.below(value, 'group '), file));
  return { groups, problems: source.problems };
}

function readGroup(group: FieldReader, file: string): WrittenRuleGroup {
  const intervalMs = group.durationMs('interval', 0);
  const rules = group.items('rules').flatMap((value) => readRule(group.below(value, 'rule ')));
  return { name: group.text('name', ''), file, intervalMs: intervalMs === 0 ? undefined : intervalMs, rules };
}

function readRule(rule: FieldReader): readonly WrittenRule[] {
  const expr = rule.text('expr', '');
  const alert = rule.text('alert', undefined);
  const record = rule.text('record', undefined);
  if (alert !== undefined) return [{ name: alert, type: 'alerting', expr }];
  return record === undefined ? [] : [{ name: record, type: 'recording', expr }];
}
