import { describe, expect, test } from '@jest/globals';
import { substituteInputs } from './substitute-inputs.js';

const choice = { uid: 'prom-1', name: 'Prometheus', type: 'prometheus', kept: [] };
const exported = {
  id: 17,
  __inputs: [
    { name: 'DS_PROMETHEUS', type: 'datasource', pluginId: 'prometheus' },
    { name: 'DS_EXPRESSION', type: 'datasource', pluginId: '__expr__' },
    { name: 'VAR_TEAM', type: 'constant', value: 'chat' },
  ],
  __requires: [{ type: 'grafana' }],
  __elements: {},
  title: `Of \${VAR_TEAM}`,
  panels: [
    { datasource: { type: 'prometheus', uid: `\${DS_PROMETHEUS}` }, targets: [{ datasource: `\${DS_EXPRESSION}` }] },
  ],
};

describe('substituteInputs', () => {
  test('fills in what the export left open, and drops what belongs to the export', () => {
    expect(substituteInputs(exported, choice)).toEqual({
      kind: 'substituted',
      json: {
        title: 'Of chat',
        panels: [{ datasource: { type: 'prometheus', uid: 'prom-1' }, targets: [{ datasource: '__expr__' }] }],
      },
    });
  });

  test('names what nothing fills', () => {
    const json = {
      panels: [{ datasource: `\${DS_PROMETHEUS}` }, { datasource: `\${DS_PROMETHEUS}`, title: `\${other}` }],
    };
    expect(substituteInputs(json, choice)).toEqual({
      kind: 'invalid',
      problems: [`\${DS_PROMETHEUS} is used, but neither __inputs nor a variable of the dashboard defines it`],
    });
  });

  test('takes a variable of the dashboard for what it is', () => {
    const json = {
      templating: { list: [{ name: 'DS_MAIN', type: 'query' }] },
      panels: [{ datasource: `\${DS_MAIN}` }],
    };
    expect(substituteInputs(json, choice)).toEqual({ kind: 'substituted', json });
  });

  test('refuses an input of another type', () => {
    const json = { __inputs: [{ name: 'DS_LOKI', type: 'datasource', pluginId: 'loki' }], title: `\${DS_LOKI}` };
    expect(substituteInputs(json, choice)).toMatchObject({ problems: [expect.stringContaining('"loki" (DS_LOKI)')] });
  });
});

describe('a data source variable', () => {
  const variable = { name: 'datasource', type: 'datasource', query: 'prometheus' };
  const opened = (current: object | undefined, kept: readonly string[]) => {
    const json = {
      templating: {
        list: [
          { ...variable, ...(current && { current }) },
          { name: 'logs', type: 'datasource', query: 'loki' },
        ],
      },
    };
    return substituteInputs(json, { ...choice, kept });
  };
  const pointed = { selected: false, text: 'Prometheus', value: 'prom-1' };

  test('opens on the chosen data source; those of other types are left alone', () => {
    expect(opened(undefined, [])).toMatchObject({
      json: { templating: { list: [{ current: pointed }, { name: 'logs', type: 'datasource', query: 'loki' }] } },
    });
  });

  test('keeps its own one where this Grafana has it', () => {
    const own = { text: 'Other', value: 'prom-2' };
    expect(opened(own, ['prom-2'])).toMatchObject({ json: { templating: { list: [{ current: own }, {}] } } });
    expect(opened(own, ['prom-3'])).toMatchObject({ json: { templating: { list: [{ current: pointed }, {}] } } });
  });
});
