import { describe, expect, test } from '@jest/globals';
import { alertLabels } from './alert-labels.js';

const external = 'global: { external_labels: { environment: production, replica: a } }\n';
const relabelling = (...rules: readonly string[]) =>
  alertLabels(`${external}alerting: { alert_relabel_configs: [${rules.join(', ')}] }`);
const both = { environment: 'production', replica: 'a' };

describe('labels that are on every alert', () => {
  test('are the external ones', () => {
    expect(alertLabels(external)).toEqual(both);
    expect(alertLabels('')).toEqual({});
  });

  test('may be dropped on their way, which changes no value', () => {
    expect(relabelling('{ action: labeldrop, regex: replica }', '{ action: drop, source_labels: [a] }')).toEqual(both);
    expect(relabelling('{ source_labels: [a], target_label: other }')).toEqual(both);
  });

  test('are not known where relabelling may write them', () => {
    expect(relabelling('{ source_labels: [a], target_label: replica }')).toEqual({ environment: 'production' });
    expect(relabelling('{ action: labelmap, regex: x_(.+) }')).toEqual({});
    expect(relabelling(`{ source_labels: [a], target_label: 'x_$1' }`)).toEqual({});
  });

  test('are those that each Alertmanager gets', () => {
    const alertmanagers = '[{ alert_relabel_configs: [{ target_label: environment, replacement: x }] }, nonsense]';
    expect(alertLabels(`${external}alerting: { alertmanagers: ${alertmanagers} }`)).toEqual({ replica: 'a' });
  });
});
