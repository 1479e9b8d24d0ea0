import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalDashboard } from '../document/canonical.js';
import { parseDashboard } from '../document/parse-dashboard.js';
import { substituteInputs } from '../document/substitute-inputs.js';
import { placeInEnvironment } from '../import/environment.js';
import { wantedDashboard } from '../import/wanted-dashboard.js';
import type { JsonObject } from '../json.js';
import { renderFile } from './render-file.js';
import { restoreDashboard } from './restore-dashboard.js';

const source = { uid: 'prom', name: 'Prometheus', type: 'prometheus', isDefault: true };
const choice = { ...source, kept: ['prom'], all: [source] };
const DS = '$'.concat('{DS_PROM}');
const JOB = '$'.concat('{VAR_JOB}');

const panel = (title: string, more: object = {}) => ({
  title,
  type: 'timeseries',
  datasource: { type: 'prometheus', uid: DS },
  targets: [{ refId: 'A', expr: `up{job="${JOB}"}`, datasource: { type: 'prometheus', uid: DS } }],
  ...more,
});
const shop = {
  __inputs: [
    { name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' },
    { name: 'VAR_JOB', type: 'constant', value: 'shop-api' },
  ],
  title: 'Shop',
  uid: 'shop',
  panels: [panel('One'), panel('Two')],
  links: [{ title: 'Cart', url: '/d/cart' }],
  __requires: [{ type: 'grafana', version: '11.0.0' }],
};

interface Place {
  readonly environment: string;
}

/** As an import of the text writes it. */
function wantedOf(text: string, place?: Place): { file: JsonObject; wanted: JsonObject } {
  const parsed = parseDashboard(text, { file: 'dashboards/shop.json' });
  if (parsed.kind !== 'dashboard') throw new Error(`${parsed.kind}: ${JSON.stringify(parsed)}`);
  const filled = substituteInputs(parsed.document.json, choice);
  if (filled.kind !== 'substituted') throw new Error(filled.problems.join());
  const cart = { uid: 'cart', title: 'Cart' };
  const all = [parsed.document, { ...parsed.document, ...cart, json: cart }].map((one, index) =>
    wantedDashboard(one, { json: index === 0 ? filled.json : cart }),
  );
  const placed = place === undefined ? all : placeInEnvironment(all, { ...place, grafanaUrl: 'https://g' });
  return { file: parsed.document.json, wanted: placed[0]?.json ?? {} };
}

type Edit = (json: JsonObject) => JsonObject;

/** The text of the file after an edit in Grafana, which an import has to write as the edit left it. */
function exported(text: string, edit: Edit, place?: Place): string {
  const { file, wanted } = wantedOf(text, place);
  const live = { ...edit(structuredClone(wanted)), id: 7, version: 3 };
  const uids = new Map(place === undefined ? [] : [['cart-staging', 'cart']]);
  const links = place === undefined ? undefined : { uids, grafanaUrl: 'https://g' };
  const titleSuffix = place === undefined ? '' : ` (${place.environment})`;
  const again = renderFile(text, restoreDashboard({ file, wanted, live, titleSuffix, links })).text;
  expect(canonicalDashboard(wantedOf(again, place).wanted)).toBe(canonicalDashboard(live));
  return again;
}

const text = `${JSON.stringify(shop, null, 2)}\n`;
/** Lines that one text has and the other has not. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const bare = (lines: readonly string[]) => new Set(lines.map((line) => line.trim().replace(/,$/, '')));
  const [oldSet, nowSet] = [bare(old), bare(now)];
  return [...[...oldSet].filter((line) => !nowSet.has(line)), ...[...nowSet].filter((line) => !oldSet.has(line))];
}

const panelsOf = (json: JsonObject) => json['panels'] as readonly JsonObject[];
const withPanels =
  (change: (panels: readonly JsonObject[]) => readonly JsonObject[]): Edit =>
  (json) => ({
    ...json,
    panels: change(panelsOf(json)),
  });
const filledPanel = JSON.parse(
  JSON.stringify(panel('New', { id: 9 }))
    .replaceAll(DS, 'prom')
    .replaceAll(JOB, 'shop-api'),
) as JsonObject;

describe('an edited dashboard as a file', () => {
  const rows: readonly (readonly [string, Edit, readonly string[]])[] = [
    ['nothing', (json) => json, []],
    ['a setting', (json) => ({ ...json, title: 'The shop' }), ['"title": "Shop"', '"title": "The shop"']],
    ['a new setting', (json) => ({ ...json, refresh: '30s' }), ['"refresh": "30s"']],
    ['numbers for panels', withPanels((panels) => panels.map((one, id) => ({ ...one, id }))), []],
    ['the order of panels', withPanels((panels) => [...panels].reverse()), []],
    [
      'a query with a constant in it',
      withPanels(([one = {}, two = {}]) => [
        { ...one, targets: [{ refId: 'A', expr: 'sum(up{job="shop-api"})' }] },
        two,
      ]),
      [`"expr": "sum(up{job=\\"${JOB}\\"})"`],
    ],
    [
      'a panel more',
      withPanels((panels) => [...panels, filledPanel]),
      ['"title": "New"', '"expr": "up{job=\\"shop-api\\"}"', '"id": 9'],
    ],
    ['a panel less', withPanels((panels) => panels.slice(1)), ['"title": "One"']],
    [
      'another data source',
      withPanels(([one = {}, two = {}]) => [{ ...one, datasource: { type: 'loki', uid: 'logs' } }, two]),
      ['"type": "loki"', '"uid": "logs"'],
    ],
  ];

  test.each(rows)('changes only what changed: %s', (_, edit, lines) => {
    expect(changedLines(text, exported(text, edit))).toEqual(lines);
  });

  test.each(rows)('is the same file from an environment: %s', (_, edit) => {
    const place = { environment: 'staging' };
    const there: Edit = (json) => {
      const edited = edit(json);
      return { ...edited, title: `${String(edited['title']).replace(' (staging)', '')} (staging)` };
    };
    expect(exported(text, there, place)).toBe(exported(text, edit));
  });

  test.each([
    ['four blanks', JSON.stringify(shop, null, 4)],
    ['tabs and a line end', `${JSON.stringify(shop, null, '\t')}\n`],
    ['the line ends of Windows', `${JSON.stringify(shop, null, 2).replaceAll('\n', '\r\n')}\r\n`],
    ['one line', JSON.stringify(shop)],
    ["Grafana's own answer around it", JSON.stringify({ meta: { slug: 'shop' }, dashboard: shop }, null, 2)],
    [
      'a resource around it',
      JSON.stringify(
        {
          apiVersion: 'dashboard.grafana.app/v1beta1',
          kind: 'Dashboard',
          metadata: { name: 'shop' },
          spec: { ...shop, uid: undefined },
        },
        null,
        2,
      ),
    ],
  ])('keeps %s', (_, old) => {
    expect(exported(old, (json) => json)).toBe(old);
    expect(exported(old, (json) => ({ ...json, title: 'The shop' }))).toBe(old.replace('Shop', 'The shop'));
    expect(renderFile(old, {}).isReformatted).toBe(false);
  });

  test('takes out the numbers of the Grafana that it was exported from', () => {
    const numbered = JSON.stringify({ id: 12, ...shop, version: 40, iteration: 1 }, null, 2);
    expect(
      changedLines(
        numbered,
        exported(numbered, (json) => json),
      ),
    ).toEqual(['"id": 12', '"version": 40', '"iteration": 1']);
  });

  test('tells a layout that it cannot keep', () => {
    expect(renderFile('{ "uid": "a",\n"title": "b" }', {}).isReformatted).toBe(true);
  });

  test('is written by an import as Grafana has it, whatever was edited', () => {
    const names = fc.constantFrom('title', 'datasource', 'expr', 'uid', 'refId', 'name', 'a', 'b');
    const leaf = fc.oneof(
      fc.constantFrom('prom', 'shop-api', '/d/cart', 'x', '', '1'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.dictionary(names, tie('value'))),
    }));
    fc.assert(
      fc.property(
        value,
        fc.dictionary(fc.constantFrom('a', 'b', 'links', 'tags'), value),
        fc.integer({ min: 0, max: 3 }),
        (inside, fields, at) => {
          const edit: Edit = (json) => ({
            ...json,
            ...fields,
            panels: panelsOf(json).toSpliced(at, at % 2, { type: 'stat', options: inside }),
          });
          exported(text, edit);
        },
      ),
    );
  });
});
