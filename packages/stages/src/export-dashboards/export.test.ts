import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { exportRun, listOf, run, source, start } from '../../test/import-dashboards-run.js';

const DS = '$'.concat('{DS_PROM}');
const panel = (title: string) => ({
  title,
  type: 'stat',
  datasource: { type: 'prometheus', uid: DS },
  targets: [{ refId: 'A', expr: 'up' }],
});
const shop = {
  __inputs: [{ name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' }],
  uid: 'shop',
  title: 'Shop',
  panels: [panel('One'), panel('Two')],
  templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', current: {} }] },
  links: [{ title: 'Cart', url: '/d/cart' }],
};
const text = `${JSON.stringify(shop, null, 2)}\n`;
const files = { 'dashboards/shop.json': text, 'dashboards/cart.json': '{"uid":"cart","title":"Cart","panels":[]}' };
const file = '/checkout/dashboards/shop.json';

/** As the editor of Grafana saves it: numbers for the panels, one query changed, one panel more. */
function editQuery(grafana: GrafanaStandIn, uid = 'shop'): void {
  const stored = grafana.state().dashboards.find((one) => one.uid === uid);
  const panels = stored?.versions.at(-1)?.dashboard['panels'] as readonly Readonly<Record<string, unknown>>[];
  const [one, two] = panels.map((each, index) => ({ ...each, id: index + 1 }));
  grafana.edit(uid, {
    panels: [{ ...one, targets: [{ refId: 'A', expr: 'up == 1' }] }, two, { ...two, id: 3, title: 'Three' }],
  });
}

const withFile = (written: ReadonlyMap<string, string>) => ({
  ...files,
  'dashboards/shop.json': written.get(file) ?? 'not written',
});

describe.each(GRAFANA_VERSIONS)('export-dashboards from Grafana %s', (version) => {
  test('takes an edit over, so that the next import leaves it, with no other line changed', async () => {
    const grafana = await start({ version });
    await run({ grafana, files });
    editQuery(grafana);
    const conflict = await run({ grafana, files });
    expect(conflict.annotations[0]?.message).toContain(
      'Next: Take the change over into the file with "node packages/cli/dist/index.js export-dashboards --uid shop"',
    );

    const report = await exportRun({ grafana, files });
    expect([report.conclusion, report.outputs['written']]).toEqual(['success', '["dashboards/shop.json"]']);
    expect(report.lines).toEqual([
      'dashboards/shop.json: written (Shop)',
      '  panel "One": query A: up → up == 1',
      '  panel "Three" added',
    ]);
    const exported = {
      ...shop,
      panels: [
        { ...panel('One'), targets: [{ refId: 'A', expr: 'up == 1' }] },
        panel('Two'),
        { ...panel('Three'), id: 3 },
      ],
    };
    expect(JSON.parse(report.written.get(file) ?? '')).toEqual(exported);
    expect(report.written.get(file)?.startsWith(text.slice(0, text.indexOf('"up"')))).toBe(true);

    const again = await run({ grafana, files: withFile(report.written) });
    expect(listOf(again, 'unchanged')).toEqual(['cart', 'shop']);
    const next = { ...files, 'dashboards/shop.json': (report.written.get(file) ?? '').replace('"Shop"', '"The shop"') };
    expect(listOf(await run({ grafana, files: next }), 'updated')).toEqual(['shop']);
    expect(listOf(await run({ grafana, files: next }), 'unchanged')).toEqual(['cart', 'shop']);
    expect(grafana.state().dashboards.find((one) => one.uid === 'shop')?.versions).toHaveLength(4);
  });

  test('takes an edit over from an environment', async () => {
    const grafana = await start({ version });
    const given = { environment: 'staging' };
    await run({ grafana, files, given });
    editQuery(grafana, 'shop-staging');
    const report = await exportRun({ grafana, files, given: { ...given, uid: 'shop-staging' } });
    expect(report.written.get(file)).toContain('"url": "/d/cart"');
    expect(report.written.get(file)).toContain('"title": "Shop"');
    const again = await run({ grafana, files: withFile(report.written), given });
    expect(listOf(again, 'unchanged')).toEqual(['cart-staging', 'shop-staging']);
  });
});

describe('export-dashboards', () => {
  test('does nothing where nobody changed anything', async () => {
    const grafana = await start();
    await run({ grafana, files });
    for (const given of [{}, { uid: 'shop' }] as const) {
      const report = await exportRun({ grafana, files, given });
      expect([report.conclusion, report.written.size, report.outputs['written']]).toEqual(['success', 0, '[]']);
    }
  });

  test('says in a dry run what it would write, and never writes to Grafana', async () => {
    const grafana = await start();
    await run({ grafana, files });
    editQuery(grafana);
    const before = grafana.calls().length;
    const report = await exportRun({ grafana, files, given: { 'dry-run': 'true' } });
    expect(report.lines[0]).toBe('dashboards/shop.json: would be written (Shop)');
    expect(report.written.size).toBe(0);
    await exportRun({ grafana, files });
    expect(
      grafana
        .calls()
        .slice(before)
        .filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  test('takes what has never been imported by its uid', async () => {
    const grafana = await start();
    grafana.place({ dashboard: { uid: 'shop', title: 'Theirs', panels: [] } });
    const report = await exportRun({ grafana, files, given: { uid: 'shop' } });
    expect(report.written.get(file)).toContain('"title": "Theirs"');
    expect(
      listOf(await run({ grafana, files: withFile(report.written), given: { folder: 'General' } }), 'unchanged'),
    ).toEqual(['shop']);
  });

  test('tells a dashboard that is not there, and a uid that no file has', async () => {
    const grafana = await start();
    const report = await exportRun({ grafana, files, given: { uid: 'shop' } });
    expect([report.conclusion, report.annotations[0]?.message]).toEqual([
      'failure',
      'Dashboard "Shop" (shop) is not in Grafana: import it first, or correct the input.',
    ]);
    await expect(exportRun({ grafana, files, given: { uid: 'shap' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining(
        '"shap"; no file of input "dashboards" has it, those that are there have cart, shop.',
      ),
    });
  });

  test('goes on beside files that no dashboard can be read from, and tells them', async () => {
    const grafana = await start();
    await run({ grafana, files });
    editQuery(grafana);
    // Before the others by name: what is taken over must not depend on the order of the files.
    const unfilled = JSON.stringify({ uid: 'unfilled', title: '$'.concat('{DS_X}'), panels: [] });
    const bad = { 'dashboards/a.json': 'not even JSON', 'dashboards/b.json': unfilled };
    const report = await exportRun({ grafana, files: { ...bad, ...files } });
    expect([report.conclusion, listOf(report, 'written')]).toEqual(['success', ['dashboards/shop.json']]);
    expect(report.annotations).toMatchObject([
      { level: 'warning', title: 'DASHBOARD_INVALID', place: { file: 'dashboards/a.json' } },
      { level: 'warning', title: 'DASHBOARD_INVALID', place: { file: 'dashboards/b.json' } },
    ]);
    expect(report.summary).toContain('| dashboards/a.json |  | was left: ');
    expect(
      listOf(await exportRun({ grafana, files: { ...bad, ...files }, given: { uid: 'shop' } }), 'written'),
    ).toEqual(['dashboards/shop.json']);
    await expect(exportRun({ grafana, files: { ...bad, ...files }, given: { uid: 'other' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(
        /have unfilled, cart, shop, and these could not be read: .*a\.json \(it is not JSON/,
      ),
    });
  });

  test('refuses a file by its uid that an import refuses too', async () => {
    const grafana = await start();
    const bad = { 'dashboards/b.json': JSON.stringify({ uid: 'bad', title: '$'.concat('{DS_X}'), panels: [] }) };
    await expect(exportRun({ grafana, files: { ...bad, ...files }, given: { uid: 'bad' } })).rejects.toMatchObject({
      code: 'DASHBOARD_INVALID',
      message: expect.stringMatching(/^dashboards\/b\.json: .*DS_X/),
    });
  });

  test('tells a dashboard that Grafana does not hand out', async () => {
    const grafana = await start({ version: '12.4.3' });
    grafana.place({ dashboard: { uid: 'shop', title: 'Saved in the new editor' }, schema: 'v2' });
    const report = await exportRun({ grafana, files });
    expect([report.conclusion, listOf(report, 'written')]).toEqual(['failure', []]);
    expect(report.annotations[0]?.message).toMatch(
      /"Shop" \(shop\) is in Grafana and cannot be read \(.*406.*\): copy the change into the file by hand/,
    );
  });

  test.each(GRAFANA_VERSIONS)('leaves the library panels of a file in it (Grafana %s)', async (version) => {
    const grafana = await start({ version });
    const traffic = { uid: 'traffic', name: 'Traffic' };
    const model = { ...panel('Traffic'), libraryPanel: traffic };
    const library = { id: 9, gridPos: { x: 0, y: 0, w: 12, h: 8 }, libraryPanel: traffic };
    const page = {
      ...shop,
      __elements: { traffic: { ...traffic, kind: 1, model } },
      panels: [...shop.panels, library],
    };
    const own = { 'dashboards/shop.json': `${JSON.stringify(page, null, 2)}\n` };
    await run({ grafana, files: own });
    grafana.edit('shop', { description: 'By hand' });
    const report = await exportRun({ grafana, files: own });
    expect([report.conclusion, listOf(report, 'written')]).toEqual(['success', ['dashboards/shop.json']]);
    expect(JSON.parse(report.written.get(file) ?? '')).toEqual({ ...page, description: 'By hand' });
    const again = await run({
      grafana,
      files: withFile(report.written),
      given: { dashboards: 'dashboards/shop.json' },
    });
    expect([again.conclusion, listOf(again, 'unchanged')]).toEqual(['success', ['shop']]);
  });

  test('names the library panels of an environment as the file does, in a panel that is new too', async () => {
    const grafana = await start();
    const traffic = { uid: 'traffic', name: 'Traffic' };
    const library = { id: 1, gridPos: { x: 0, y: 0, w: 12, h: 8 }, libraryPanel: traffic };
    const page = {
      ...shop,
      __elements: { traffic: { ...traffic, kind: 1, model: panel('Traffic') } },
      panels: [library],
    };
    const own = { 'dashboards/shop.json': JSON.stringify(page) };
    const given = { environment: 'staging' };
    await run({ grafana, files: own, given });
    const there = { uid: 'traffic-staging', name: 'Traffic (staging)' };
    const shows = (id: number) => ({ ...library, id, gridPos: { x: 0, y: 8 * id, w: 12, h: 8 }, libraryPanel: there });
    const row = { type: 'row', id: 3, title: 'More', panels: [shows(4)] };
    grafana.edit('shop-staging', { panels: [{ ...library, libraryPanel: there }, shows(2), row] });
    const report = await exportRun({ grafana, files: own, given });
    expect([report.conclusion, listOf(report, 'written')]).toEqual(['success', ['dashboards/shop.json']]);
    expect(report.written.get(file)).not.toContain('staging');
    const exported = { 'dashboards/shop.json': report.written.get(file) ?? '' };
    expect(listOf(await run({ grafana, files: exported, given }), 'unchanged')).toEqual(['shop-staging']);
  });

  test('knows the data source by the address of its Prometheus, as an import does', async () => {
    const second = { ...source, uid: 'second', name: 'Second', url: 'http://127.0.0.1:2', isDefault: false };
    const grafana = await start({ datasources: [source, second] });
    const given = { 'prometheus-url': second.url };
    expect((await run({ grafana, files, given })).outputs['datasource-uid']).toBe('second');
    editQuery(grafana);
    const report = await exportRun({ grafana, files, given });
    expect([report.conclusion, report.lines[1]]).toEqual(['success', '  panel "One": query A: up → up == 1']);
    expect(report.written.get(file)).not.toContain('second');
  });

  test('tells what an import would still change, when that cannot be helped', async () => {
    const second = { ...source, uid: 'second', name: 'Second', isDefault: false };
    const grafana = await start({ datasources: [source, second] });
    const given = { datasource: 'Prometheus' };
    await run({ grafana, files, given });
    const current = { selected: true, text: 'Second', value: 'second' };
    grafana.edit('shop', { templating: { list: [{ ...shop.templating.list[0], current }] } });
    const report = await exportRun({ grafana, files, given });
    expect(report.conclusion).toBe('failure');
    expect(report.annotations[0]?.message).toMatch(
      /an import still finds a difference \(variable "datasource": selection prom → second\): .*overwrite: always/,
    );
  });

  test('needs a Grafana, and takes no input that only an import has', async () => {
    await expect(exportRun({ files })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(exportRun({ files, given: { prune: 'true' } })).rejects.toThrow('Input "prune" is unknown');
  });
});
