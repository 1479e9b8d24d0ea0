import { parse } from 'yaml';
import type { Labels } from '../api/targets.js';
import { parsePrometheusConfig } from './parse-config.js';

/** External labels that reach an Alertmanager as they are written, by a loaded configuration. Relabelling may drop them. */
export function alertLabels(loaded: string): Labels {
  const { externalLabels } = parsePrometheusConfig(loaded, { file: '' });
  const rules = relabellingOf(parse(loaded));
  const rewrites = (label: string) => rules.some((rule) => mayWrite(rule, label));
  return Object.fromEntries(Object.entries(externalLabels).filter(([name]) => !rewrites(name)));
}

type Mapping = Readonly<Record<string, unknown>>;

/** Of all alerts, and since 3.0 of those to single Alertmanagers. */
function relabellingOf(config: unknown): readonly Mapping[] {
  const alerting = mappingOf(mappingOf(config)['alerting']);
  const single = listOf(alerting['alertmanagers']).flatMap((one) => listOf(one['alert_relabel_configs']));
  return [...listOf(alerting['alert_relabel_configs']), ...single];
}

const harmless = ['keep', 'drop', 'keepequal', 'dropequal', 'labelkeep', 'labeldrop'];

/** labelmap, and a target with a part of the value in its name, may write any label. */
function mayWrite({ action = 'replace', target_label: target }: Mapping, label: string): boolean {
  if (harmless.includes(String(action))) return false;
  return typeof target !== 'string' || target.includes('$') || target === label;
}

function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

function listOf(value: unknown): readonly Mapping[] {
  return Array.isArray(value) ? value.map(mappingOf) : [];
}
