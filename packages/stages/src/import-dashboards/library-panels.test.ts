import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, preflight, run, start, versionsOf } from '../../test/import-dashboards-run.js';

const uid = `\${DS_PROMETHEUS}`;
const inputs = [{ name: 'DS_PROMETHEUS', type: 'datasource', pluginId: 'prometheus' }];
const model = (title: string) => ({
  title,
  type: 'timeseries',
  gridPos: { x: 1 },
  datasource: { type: 'prometheus', uid },
  targets: [{ refId: 'A', expr: 'up' }],
});
const reference = { uid: 'traffic', name: 'Traffic' };
const shown = { id: 1, title: 'Requests', gridPos: { x: 0, y: 0, w: 12, h: 8 }, libraryPanel: reference };

interface Exported {
  /** Title of the element that the file brings along; undefined when it brings none. */
  readonly brings?: string | undefined;
  readonly title?: string;
  readonly name?: string;
}

const exported = ({ brings, title = 'Page', name = 'page' }: Exported) => ({
  [`dashboards/${name}.json`]: JSON.stringify({
    uid: name,
    title,
    __inputs: inputs,
    ...(brings === undefined ? {} : { __elements: { traffic: { ...reference, kind: 1, model: model(brings) } } }),
    panels: [{ type: 'row', id: 2, panels: [shown] }],
  }),
});
const elements = (grafana: GrafanaStandIn) => grafana.state().libraryElements;
const headers = { authorization: 'Bearer glsa_admin', 'content-type': 'application/json' };

/** Somebody makes or saves it in the page of Grafana, whose editor keeps fields that it does not know. */
async function byHand(grafana: GrafanaStandIn, title: string): Promise<void> {
  const [there] = elements(grafana);
  const path = '/api/library-elements';
  const changed = { ...there?.model, title };
  const [method, url, body] =
    there === undefined
      ? ['POST', `${grafana.url}${path}`, { ...reference, kind: 1, folderUid: '', model: model(title) }]
      : ['PATCH', `${grafana.url}${path}/traffic`, { kind: 1, version: there.version, model: changed }];
  const { status } = await fetch(url, { method, headers, body: JSON.stringify(body) });
  expect(status).toBe(200);
}

describe.each(GRAFANA_VERSIONS)('library panels in Grafana %s', (version) => {
  const isOld = Number.parseInt(version, 10) < 12;

  test('of a file are made before the dashboard, in its folder and with its data source, once', async () => {
    const grafana = await start({ version });
    const report = await run({ grafana, files: exported({ brings: 'One' }) });
    expect([report.conclusion, listOf(report, 'created')]).toEqual(['success', ['page']]);
    expect(report.annotations).toEqual([]);
    expect(report.summary).toContain('| Library panel Traffic | ✅ created | it is not in Grafana yet |');
    const [folder] = grafana.state().folders;
    const filled = { ...model('One'), datasource: { type: 'prometheus', uid: 'prom' }, libraryPanel: reference };
    expect(elements(grafana)).toMatchObject([
      { ...reference, kind: 1, folderUid: folder?.uid, version: 1, model: filled },
    ]);
    const writes = () => grafana.calls().filter(({ method }) => method !== 'GET').length;
    const before = writes();
    expect(listOf(await run({ grafana, files: exported({ brings: 'One' }) }), 'unchanged')).toEqual(['page']);
    expect(writes()).toBe(before);
  });

  test('that an import saved last are replaced by what the file brings', async () => {
    const grafana = await start({ version });
    await run({ grafana, files: exported({ brings: 'One' }) });
    const report = await run({ grafana, files: exported({ brings: 'Two' }) });
    expect(report.summary).toContain('| Library panel Traffic | ✅ updated | its content has changed |');
    expect(elements(grafana)).toMatchObject([{ version: 2, model: { title: 'Two' } }]);
    await run({ grafana, files: exported({ brings: 'Two' }) });
    expect(elements(grafana)).toMatchObject([{ version: 2 }]);
  });

  test.each([
    ['made', async (grafana: GrafanaStandIn) => await byHand(grafana, 'By hand')],
    [
      'saved since',
      async (grafana: GrafanaStandIn) => {
        await run({ grafana, files: exported({ brings: 'One' }) });
        await byHand(grafana, 'By hand');
      },
    ],
  ])('that somebody %s are left and told, and replaced when that is asked for', async (_, prepare) => {
    const grafana = await start({ version });
    await prepare(grafana);
    const [before] = elements(grafana);
    const report = await run({ grafana, files: exported({ brings: 'One' }) });
    expect(report.conclusion).toBe('success');
    expect(elements(grafana)).toEqual([before]);
    expect(report.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/library panel "Traffic" \(traffic\) in Grafana differs.*"overwrite: always"/),
        place: { file: 'dashboards/page.json' },
      },
    ]);
    await run({ grafana, files: exported({ brings: 'One' }), given: { overwrite: 'always' } });
    expect(elements(grafana)).toMatchObject([{ version: (before?.version ?? 0) + 1, model: { title: 'One' } }]);
    expect((await run({ grafana, files: exported({ brings: 'One' }) })).annotations).toEqual([]);
  });

  test('that are as in the file are nobody else’s business, whoever made them', async () => {
    const grafana = await start({ version });
    const files = exported({ brings: 'One' });
    await run({ grafana, files });
    const [ours] = elements(grafana);
    const { importedAs: _mark, ...plain } = ours?.model ?? {};
    const body = JSON.stringify({ kind: 1, version: 1, model: plain });
    await fetch(`${grafana.url}/api/library-elements/traffic`, { method: 'PATCH', headers, body });
    expect((await run({ grafana, files })).annotations).toEqual([]);
    expect(elements(grafana)).toMatchObject([{ version: 2 }]);
  });

  test('that are nowhere are told as broken; the dashboard is saved once', async () => {
    const grafana = await start({ version });
    const report = await run({ grafana, files: exported({}) });
    expect([report.conclusion, listOf(report, 'created')]).toEqual(['success', ['page']]);
    expect(report.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(
          /panel "Requests" shows the library panel "Traffic" \(traffic\), which is neither/,
        ),
      },
    ]);
    expect(listOf(await run({ grafana, files: exported({}) }), 'unchanged')).toEqual(['page']);
    expect(listOf(await run({ grafana, files: exported({ title: 'New' }) }), 'updated')).toEqual(['page']);
    expect(versionsOf(grafana)).toEqual([2]);
    const refused = grafana.calls().filter(({ status }) => status === 500);
    expect(refused).toHaveLength(isOld ? 2 : 0);
  });

  test('that are in Grafana already need not be in the file', async () => {
    const grafana = await start({ version });
    await byHand(grafana, 'By hand');
    expect(await run({ grafana, files: exported({}) })).toMatchObject({ conclusion: 'success', annotations: [] });
  });

  test('are made once by two imports at once, and after a lost answer', async () => {
    const grafana = await start({ version });
    const aim = { method: 'POST', path: '/api/library-elements', times: 1 } as const;
    grafana.misbehave({ kind: 'connection-lost', moment: 'after', ...aim });
    const files = exported({ brings: 'One' });
    const reports = await Promise.all([run({ grafana, files }), run({ grafana, files })]);
    expect(reports.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(elements(grafana)).toMatchObject([{ version: 1 }]);
  });

  test('that may not be written are told by their permission', async () => {
    const grafana = await start({ version });
    const aim = { method: 'POST', path: '/api/library-elements' } as const;
    const message = isOld ? 'access denied to folder' : 'Permissions needed: library.panels:create';
    grafana.misbehave({ kind: 'error', status: 403, body: { message }, ...aim });
    const other = { 'dashboards/other.json': '{"uid":"other","title":"Other","panels":[]}' };
    const report = await run({ grafana, files: { ...exported({ brings: 'One' }), ...other } });
    expect([listOf(report, 'created'), listOf(report, 'failed')]).toEqual([['other'], ['page']]);
    expect(report.annotations[0]?.message).toContain(`Library panel "Traffic" (traffic) was not saved`);
    expect(report.annotations[1]?.message).toMatch(
      /its library panel "Traffic" was not made:.*Next: Give the service account/,
    );
    expect(report.annotations[1]?.message).toContain(isOld ? 'Edit on the folder' : 'library.panels:create');
  });
});

describe('library panels', () => {
  test('whose permission is missing are known before the first write', async () => {
    const grafana = await start();
    const permissions = {
      'library.panels:read': [],
      'dashboards:create': [],
      'folders:create': [],
      'dashboards:write': [],
    };
    grafana.misbehave({ kind: 'error', status: 200, body: permissions, path: '/api/access-control' });
    await expect(preflight({ grafana, files: exported({ brings: 'One' }) })).rejects.toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      message: expect.stringContaining('lacks library.panels:create. Nothing was imported.'),
    });
  });

  test('are told in a dry run, which makes none', async () => {
    const grafana = await start();
    const report = await run({ grafana, files: exported({ brings: 'One' }), given: { 'dry-run': 'true' } });
    expect(report.lines).toContainEqual(
      expect.stringMatching(/^Library panel Traffic +create +it is not in Grafana yet/),
    );
    expect(elements(grafana)).toEqual([]);
  });

  test('of a dashboard that is left alone are left alone', async () => {
    const grafana = await start();
    grafana.place({ dashboard: { uid: 'page', title: 'Theirs' } });
    await run({ grafana, files: exported({ brings: 'One' }) });
    expect(elements(grafana)).toEqual([]);
  });

  test('of which two files bring different copies are told on the second', async () => {
    const grafana = await start();
    const files = { ...exported({ brings: 'One' }), ...exported({ brings: 'Two', name: 'second' }) };
    const report = await run({ grafana, files });
    expect(elements(grafana)).toMatchObject([{ model: { title: 'One' } }]);
    expect(report.annotations).toMatchObject([
      { level: 'warning', place: { file: 'dashboards/second.json' }, message: expect.stringContaining('another file') },
    ]);
  });

  test('with a name that another one has in the folder are told', async () => {
    const grafana = await start();
    await run({ grafana, files: exported({ brings: 'One' }) });
    const [folder] = grafana.state().folders;
    const twin = { uid: 'twin', name: 'Speed', kind: 1, folderUid: folder?.uid, model: {} };
    await fetch(`${grafana.url}/api/library-elements`, { method: 'POST', headers, body: JSON.stringify(twin) });
    const speed = { uid: 'speed', name: 'Speed' };
    const page = { uid: 'new', title: 'New', panels: [{ id: 1, libraryPanel: speed }] };
    const text = JSON.stringify({ ...page, __elements: { speed: { ...speed, kind: 1, model: {} } } });
    const report = await run({ grafana, files: { 'dashboards/new.json': text } });
    expect(report.annotations[0]?.message).toMatch(/that name or UID already exists.*rename one of the two/);
  });

  test('that the token may not read are left, and told', async () => {
    const grafana = await start();
    await byHand(grafana, 'Hidden');
    const message = 'insufficient permissions for getting library panel';
    grafana.misbehave({ kind: 'error', status: 403, body: { message }, path: '/api/library-elements/traffic' });
    const report = await run({ grafana, files: exported({ brings: 'One' }) });
    expect(listOf(report, 'created')).toEqual(['page']);
    expect(report.annotations[0]?.message).toMatch(/could not be read \(403 insufficient permissions.*left as it is/);
    expect(elements(grafana)).toMatchObject([{ version: 1 }]);
  });
});
