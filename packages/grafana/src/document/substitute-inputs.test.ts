import { describe, expect, test } from '@jest/globals';
import { substituteInputs } from './substitute-inputs.js';

const prom = { uid: 'prom-1', name: 'Prometheus', type: 'prometheus', isDefault: true };
const other = { uid: 'prom-2', name: 'Other', type: 'prometheus', isDefault: false };
const loki = { uid: 'loki-1', name: 'Loki', type: 'loki', isDefault: false };
const choice = { ...prom, kept: [], all: [prom, other, loki] };
const exported = {
  id: 17,
  __inputs: [
    { name: 'DS_PROMETHEUS', type: 'datasource', pluginId: 'prometheus' },
    { name: 'DS_EXPRESSION', type: 'datasource', pluginId: '__expr__' },
    { name: 'VAR_TEAM', type: 'constant', value: 'chat' },
  ],
  __requires: [{ type: 'grafana' }],
  __elements: {},
  version: 12,
  title: `Of \${VAR_TEAM}`,
  panels: [
    { datasource: { type: 'prometheus', uid: `\${DS_PROMETHEUS}` }, targets: [{ datasource: `\${DS_EXPRESSION}` }] },
  ],
};

describe('substituteInputs', () => {
  test('fills in what the export left open, and drops what belongs to the export', () => {
    expect(substituteInputs(exported, choice)).toEqual({
      kind: 'substituted',
      libraryPanels: [],
      notes: [],
      json: {
        title: 'Of chat',
        panels: [{ datasource: { type: 'prometheus', uid: 'prom-1' }, targets: [{ datasource: '__expr__' }] }],
      },
    });
  });

  test('names what nothing fills, as no data source tells what it is', () => {
    const json = { panels: [{ title: `\${DS_PROMETHEUS} \${other}` }, { title: `\${DS_PROMETHEUS}` }] };
    expect(substituteInputs(json, choice)).toEqual({
      kind: 'invalid',
      problems: [`\${DS_PROMETHEUS} is used, but neither __inputs nor a variable of the dashboard defines it`],
    });
  });

  describe('a data source whose input was lost', () => {
    const lost = `\${DS_X} is used, but neither __inputs nor a variable of the dashboard defines it`;
    const uid = `\${DS_X}`;
    const of = (...references: readonly unknown[]) => ({ panels: references.map((datasource) => ({ datasource })) });

    test.each([
      ['as a text', of(uid), of('prom-1')],
      ['of the type', of({ type: 'prometheus', uid }), of({ type: 'prometheus', uid: 'prom-1' })],
      ['without a type', of({ uid }), of({ uid: 'prom-1' })],
      [
        'of a variable',
        { templating: { list: [{ datasource: uid }] } },
        { templating: { list: [{ datasource: 'prom-1' }] } },
      ],
      ['and where it is only named', { a: `see ${uid}`, ...of(uid) }, { a: 'see prom-1', ...of('prom-1') }],
    ])('gets the chosen one, %s', (_, json, filled) => {
      const notes = [`${lost}; it gets the data source "Prometheus"`];
      expect(substituteInputs(json, choice)).toEqual({ kind: 'substituted', json: filled, libraryPanels: [], notes });
    });

    test('gets the one of its type where that is clear, also where the type is beside another one of the name', () => {
      const json = of({ type: 'loki', uid }, uid, { type: '__expr__', uid: `\${DS_EXPRESSION}` });
      expect(substituteInputs(json, choice)).toMatchObject({
        json: of({ type: 'loki', uid: 'loki-1' }, 'loki-1', { type: '__expr__', uid: '__expr__' }),
        notes: [`${lost}; it gets the data source "Loki"`, expect.stringContaining('DS_EXPRESSION')],
      });
    });

    test('stays and is told where no data source of its type can be meant', () => {
      const json = of({ type: 'loki', uid });
      const notes = [`${lost}, and of type "loki" this Grafana has none: the panels that use it will show an error`];
      expect(substituteInputs(json, { ...choice, all: [prom] })).toEqual({
        kind: 'substituted',
        json,
        libraryPanels: [],
        notes,
      });
    });
  });

  test('takes a variable of the dashboard for what it is', () => {
    const json = {
      templating: { list: [{ name: 'DS_MAIN', type: 'query' }] },
      panels: [{ datasource: `\${DS_MAIN}` }],
    };
    expect(substituteInputs(json, choice)).toEqual({ kind: 'substituted', json, libraryPanels: [], notes: [] });
  });

  describe('an input of another type', () => {
    const json = { __inputs: [{ name: 'DS_LOKI', type: 'datasource', pluginId: 'loki' }], title: `\${DS_LOKI}` };

    test('gets the only data source of that type, and says so', () => {
      expect(substituteInputs(json, choice)).toEqual({
        kind: 'substituted',
        json: { title: 'loki-1' },
        libraryPanels: [],
        notes: ['__inputs asks for a data source of type "loki" (DS_LOKI); it gets "Loki"'],
      });
    });

    test('gets the default one of several', () => {
      const all = [loki, { ...loki, uid: 'loki-2', isDefault: true }];
      expect(substituteInputs(json, { ...choice, all })).toMatchObject({ json: { title: 'loki-2' } });
    });

    test.each([
      ['none', [prom]],
      ['2 and none is the default', [loki, { ...loki, uid: 'loki-2' }]],
    ])('is told, not refused, where Grafana has %s', (have, all) => {
      expect(substituteInputs(json, { ...choice, all })).toMatchObject({
        kind: 'substituted',
        notes: [expect.stringContaining(`of which this Grafana has ${have}`)],
      });
    });
  });

  describe('library panels', () => {
    const uid = `\${DS_PROMETHEUS}`;
    const model = { title: 'Traffic', type: 'stat', datasource: { type: 'prometheus', uid } };
    const shown = { id: 1, title: 'Of the page', libraryPanel: { uid: 'abc', name: 'Traffic' } };
    const filled = { ...model, datasource: { type: 'prometheus', uid: 'prom-1' } };
    const element = { name: 'Traffic', uid: 'abc', kind: 1, model };

    test.each([
      ['by their uids', { abc: element, unused: { ...element, uid: 'unused' } }],
      ['in a list', [element]],
    ])('come with the export, %s, and are filled in like it', (_, elements) => {
      const json = { __inputs: exported.__inputs, __elements: elements, panels: [{ type: 'row', panels: [shown] }] };
      expect(substituteInputs(json, choice)).toEqual({
        kind: 'substituted',
        json: { panels: json.panels },
        libraryPanels: [{ uid: 'abc', name: 'Traffic', panel: 'panel "Of the page"', model: filled }],
        notes: [],
      });
    });

    test('that are shown and not brought along have no model', () => {
      const __elements = { abc: { ...element, kind: 2 } };
      expect(substituteInputs({ __elements, panels: [shown, shown] }, choice)).toMatchObject({
        libraryPanels: [{ uid: 'abc', name: 'Traffic', model: undefined }],
      });
    });
  });

  test.each(['$DS_PROM', `\${prom}`, '[[prom]]'])('tells a data source %s that no variable defines', (uid) => {
    const notes = [expect.stringContaining(`the data source ${uid}, but has no variable of that name`)];
    expect(substituteInputs({ panels: [{ datasource: { uid } }] }, choice)).toMatchObject({ notes });
    expect(substituteInputs({ panels: [{ datasource: uid }] }, choice)).toMatchObject({ notes });
    const list = [
      { name: 'prom', type: 'datasource' },
      { name: 'DS_PROM', type: 'datasource' },
    ];
    expect(substituteInputs({ templating: { list }, panels: [{ datasource: uid }] }, choice)).toMatchObject({
      notes: [],
    });
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

  test('that holds a name keeps it, as the uid of that name', () => {
    expect(opened({ text: 'Other', value: 'Other' }, ['prom-1', 'prom-2'])).toMatchObject({
      json: { templating: { list: [{ current: { text: 'Other', value: 'prom-2' } }, {}] } },
    });
  });
});
