import type { Labels } from '../api/targets.js';
import { FieldReader } from './field-reader.js';
import { parsePrometheusConfig } from './parse-config.js';
import { YamlSource } from './yaml-source.js';

/** External labels that reach an Alertmanager as they are written, by a loaded configuration. Relabelling may drop them. */
export function alertLabels(loaded: string): Labels {
  const { externalLabels } = parsePrometheusConfig(loaded, { file: '' });
  const rules = relabellingOf(loaded);
  const rewrites = (label: string) => rules.some((rule) => mayWrite(rule, label));
  return Object.fromEntries(Object.entries(externalLabels).filter(([name]) => !rewrites(name)));
}

/** Of all alerts, and since 3.0 of those to single Alertmanagers. */
function relabellingOf(loaded: string): readonly FieldReader[] {
  const source = new YamlSource(loaded, { file: '' });
  const root = new FieldReader(source, source.root, '');
  const alerting = root.below(root.at('alerting'), '');
  const rulesOf = (owner: FieldReader) => owner.items('alert_relabel_configs').map((rule) => owner.below(rule, ''));
  const single = alerting.items('alertmanagers').flatMap((one) => rulesOf(alerting.below(one, '')));
  return [...rulesOf(alerting), ...single];
}

const harmless = ['keep', 'drop', 'keepequal', 'dropequal', 'labelkeep', 'labeldrop'];

/** labelmap, and a target with a part of the value in its name, may write any label. */
function mayWrite(rule: FieldReader, label: string): boolean {
  if (harmless.includes(rule.text('action', 'replace').toLowerCase())) return false;
  const target = rule.text('target_label', undefined);
  return target === undefined || target.includes('$') || target === label;
}
