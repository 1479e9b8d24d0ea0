import { type Http, Interruption, undiciHttp } from '@fly-monitoring/kit';
import type { GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start } from '../../test/import-dashboards-run.js';

const reference = { uid: 'traffic', name: 'Traffic' };
const panels = [{ id: 1, title: 'Requests', libraryPanel: reference }];

/** An export that brings the library panel along, with a content of this title. */
function bringing(title: string): Readonly<Record<string, string>> {
  const element = { ...reference, kind: 1, model: { title, type: 'timeseries' } };
  return {
    'dashboards/page.json': JSON.stringify({ uid: 'page', title: 'Page', __elements: { traffic: element }, panels }),
  };
}

const shown = (grafana: GrafanaStandIn) => grafana.state().libraryElements.map(({ model }) => model['title']);
const staging = { environment: 'staging' };
const copy = '/checkout/.cache/grafana-backup/library-panel-traffic-v1.json';

describe('a library panel that is replaced', () => {
  test('is kept in a copy before', async () => {
    const grafana = await start();
    expect((await run({ grafana, files: bringing('One') })).written.size).toBe(0);
    const report = await run({ grafana, files: bringing('Two') });
    expect(JSON.parse(report.written.get(copy) ?? '')).toMatchObject({
      result: { ...reference, version: 1, model: { title: 'One' } },
    });
    expect(report.outputs['backup-folder']).toBe('/checkout/.cache/grafana-backup');
    expect(shown(grafana)).toEqual(['Two']);
  });

  test('is not when it cannot be kept, and the step fails', async () => {
    const grafana = await start();
    await run({ grafana, files: bringing('One') });
    const report = await run({ grafana, files: bringing('Two'), isReadOnly: true });
    expect(report.conclusion).toBe('failure');
    expect(report.annotations).toMatchObject([
      {
        title: 'DASHBOARD_NOT_KEPT',
        message: expect.stringMatching(/"Traffic" \(traffic\) was not saved: version 1 could not be kept.*EROFS/),
      },
    ]);
    expect(shown(grafana)).toEqual(['One']);
  });
});

test('with "overwrite: never" a library panel is made and never replaced', async () => {
  const grafana = await start();
  const given = { overwrite: 'never' };
  await run({ grafana, files: bringing('One'), given });
  expect(shown(grafana)).toEqual(['One']);
  const report = await run({ grafana, files: bringing('Two'), given });
  expect([report.conclusion, shown(grafana)]).toEqual(['success', ['One']]);
  expect(report.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('it is left as it is, as nothing is to be replaced') },
  ]);
});

test('a library panel is replaced and kept for each environment alone', async () => {
  const grafana = await start();
  await run({ grafana, files: bringing('One') });
  await run({ grafana, files: bringing('One'), given: staging });
  const report = await run({ grafana, files: bringing('Two'), given: staging });
  expect([report.annotations, shown(grafana)]).toEqual([[], ['One', 'Two']]);
  expect([...report.written.keys()]).toContain(copy.replace('traffic', 'traffic-staging'));
  await run({ grafana, files: bringing('Three') });
  expect(shown(grafana)).toEqual(['Three', 'Two']);
});

describe('what is deleted and marked after an import', () => {
  const given = { prune: 'true', annotate: 'true' };
  const old = { 'dashboards/old.json': '{"uid":"old","title":"Old","panels":[]}' };
  const uids = (grafana: GrafanaStandIn) => grafana.state().dashboards.map(({ uid }) => uid);

  test('is nothing when a library panel could not be saved', async () => {
    const grafana = await start();
    await run({ grafana, files: { ...bringing('One'), ...old } });
    const report = await run({ grafana, files: bringing('Two'), given, isReadOnly: true });
    expect([report.conclusion, listOf(report, 'deleted')]).toEqual(['failure', []]);
    expect([uids(grafana), grafana.state().annotations]).toEqual([['old', 'page'], []]);
  });

  test.each(['false', 'true'])('is nothing when a file is bad (dry run: %s)', async (dryRun) => {
    const grafana = await start();
    await run({ grafana, files: { ...bringing('One'), ...old } });
    const files = { ...bringing('One'), 'dashboards/bad.json': 'not even JSON' };
    const report = await run({ grafana, files, given: { ...given, 'dry-run': dryRun } });
    expect([report.conclusion, listOf(report, 'deleted'), listOf(report, 'failed')]).toEqual([
      'failure',
      [],
      ['dashboards/bad.json'],
    ]);
    expect(report.lines.join('\n')).toMatch(/Old.*nothing is deleted in a run in which not everything was written/);
    expect([uids(grafana), grafana.state().annotations]).toEqual([['old', 'page'], []]);
  });

  test("passes over somebody's dashboard in the schema V2", async () => {
    const grafana = await start({ version: '12.4.3' });
    await run({ grafana, files: { ...bringing('One'), ...old } });
    const [folder] = grafana.state().folders;
    grafana.place({ dashboard: { uid: 'new', title: 'New' }, folderUid: folder?.uid ?? '', schema: 'v2' });
    const report = await run({ grafana, files: bringing('One'), given });
    expect([report.conclusion, listOf(report, 'deleted')]).toEqual(['success', ['old']]);
    expect(uids(grafana)).toEqual(['page', 'new']);
  });
});

test('a run that is cancelled at a library panel tells it', async () => {
  const grafana = await start();
  const report = await run({ grafana, files: bringing('One'), http: cancelledAtLibrary() });
  expect([report.conclusion, listOf(report, 'created')]).toEqual(['interrupted', []]);
  expect(report.annotations).toMatchObject([
    {
      title: 'INTERRUPTED',
      message: expect.stringMatching(/while the library panel "Traffic" was imported: it may be saved or not/),
    },
  ]);
  expect(listOf(await run({ grafana, files: bringing('One') }), 'created')).toEqual(['page']);
});

function cancelledAtLibrary(): Http {
  const http = undiciHttp();
  const send: Http['send'] = (request) => {
    if (request.method === 'POST' && request.url.includes('/api/library-elements')) throw new Interruption();
    return http.send(request);
  };
  return { ...http, send };
}
