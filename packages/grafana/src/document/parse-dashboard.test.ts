import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDashboard } from './parse-dashboard.js';

const classic = { uid: 'shop', title: 'Shop', panels: [{ id: 1, type: 'text', title: 'Hello' }] };
const parse = (value: unknown, file = 'dashboards/shop.json') => parseDashboard(JSON.stringify(value), { file });

function problems(value: unknown): readonly string[] {
  const parsed = parse(value);
  return parsed.kind === 'invalid' ? parsed.problems : [];
}

describe('parseDashboard takes every shape that Grafana hands out', () => {
  test('classic JSON', () => {
    expect(parse(classic)).toEqual({
      kind: 'dashboard',
      document: { file: 'dashboards/shop.json', uid: 'shop', title: 'Shop', json: classic, notes: [] },
    });
  });

  test('a V1 resource, whose name is the uid', () => {
    const { uid, ...spec } = classic;
    const resource = { apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', metadata: { name: uid }, spec };
    expect(parse(resource)).toMatchObject({ kind: 'dashboard', document: { uid: 'shop', json: { uid: 'shop' } } });
  });

  test('an answer of the HTTP API', () => {
    expect(parse({ dashboard: classic, meta: {} })).toMatchObject({ kind: 'dashboard', document: { uid: 'shop' } });
  });

  test('a file that begins with a byte order mark', () => {
    expect(parseDashboard(`\uFEFF${JSON.stringify(classic)}`, { file: 'x.json' }).kind).toBe('dashboard');
  });

  test('a dashboard from before schema version 16, with rows', () => {
    expect(parse({ title: 'Old', uid: 'old', rows: [{ panels: [{ id: 1 }] }] }).kind).toBe('dashboard');
  });
});

describe('parseDashboard refuses', () => {
  test.each([
    ['dashboard.grafana.app/v2', { elements: {}, layout: {} }],
    ['dashboard.grafana.app/v2beta1', {}],
    ['dashboard.grafana.app/v1', { elements: {} }],
  ])('a V2 resource (%s), and says what to export instead', (apiVersion, spec) => {
    const [problem] = problems({ apiVersion, kind: 'Dashboard', metadata: { name: 'x' }, spec });
    expect(problem).toMatch(/V2 resource.*not supported yet.*Classic/);
  });

  test('a resource of another kind', () => {
    const [problem] = problems({ apiVersion: 'apps/v1', kind: 'Deployment', spec: {} });
    expect(problem).toContain('apps/v1, kind Deployment');
  });

  test('a resource whose uid and name differ', () => {
    const spec = { ...classic, uid: 'other' };
    const resource = { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', metadata: { name: 'shop' }, spec };
    expect(problems(resource)).toEqual(['spec.uid is "other" but metadata.name is "shop"; they must be equal']);
  });

  test("what is not JSON, with the parser's own words", () => {
    const parsed = parseDashboard('{"title": ', { file: 'broken.json' });
    expect(parsed).toMatchObject({ kind: 'invalid', problems: [expect.stringMatching(/^it is not JSON: ./)] });
  });

  test('everything that is wrong, in one answer', () => {
    const broken = {
      uid: 'not a uid!',
      title: ' ',
      panels: [
        { id: 3, title: 'One', targets: [{ refId: 'A' }, { refId: 'A', expr: 7 }] },
        { id: 4, type: 'row', panels: [{ id: 3, title: 'Two', targets: {} }] },
        'nothing',
      ],
    };
    expect(problems(broken)).toEqual([
      'title is missing; it must be a text that is not empty',
      'uid "not a uid!" may hold only letters, digits, hyphens and underscores',
      'panels[2] must be an object',
      'targets[1].expr of panel "One" must be a text',
      'targets of panel "Two" must be a list',
    ]);
  });

  test('a uid and a title that are too long', () => {
    expect(problems({ ...classic, uid: 'u'.repeat(41), title: 't'.repeat(5001) })).toHaveLength(2);
    expect(problems({ ...classic, uid: 'u'.repeat(40), title: 't'.repeat(5000) })).toEqual([]);
  });
});

test('a JSON file of something else is told apart from a broken dashboard', () => {
  expect(parse({ name: '@shop/dashboards', version: '1.0.0' })).toEqual({
    kind: 'other',
    file: 'dashboards/shop.json',
  });
});

test('a missing uid comes from the name of the file, and is noted', () => {
  const { uid: _, ...nameless } = classic;
  const parsed = parse(nameless, 'dashboards/My shop (new).json');
  expect(parsed).toMatchObject({ document: { uid: 'My-shop-new', json: { uid: 'My-shop-new' } } });
  expect(parsed).toMatchObject({ document: { notes: [expect.stringContaining('must not be renamed')] } });
});

test('no text makes it throw', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"panels": [${json}], "title": ${json}}`),
  );
  fc.assert(
    fc.property(texts, (text) =>
      ['dashboard', 'other', 'invalid'].includes(parseDashboard(text, { file: 'a.json' }).kind),
    ),
  );
});
