import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { answering, startedGrafana } from '../../test/edges.js';
import { ensureFolderPath, findFolderPath, folderTitles } from './folder-path.js';
import { ensureFolder } from './folders.js';
import { grafanaTransport } from './transport.js';

test.each([
  ['Team/Prod', ['Team', 'Prod']],
  ['/ Team // Prod /', ['Team', 'Prod']],
  ['General/Team', ['Team']],
  ['General', ['General']],
  ['/', []],
])('the path "%s" has the titles %j', (path, titles) => {
  expect(folderTitles(path)).toEqual(titles);
});

describe('findFolderPath', () => {
  const team = { uid: 'team', title: 'Team' };

  test('names the folders of one title that a level has', async () => {
    const edges = answering({ body: '[{"uid":"a","title":"Prod"},{"uid":"b","title":"Prod"}]' });
    const transport = grafanaTransport(edges, { url: 'http://grafana', token: new Secret('glsa_1') });
    expect(await findFolderPath(transport, ['Team', 'Prod', 'API'], [team])).toMatchObject({
      value: { kind: 'ambiguous', title: 'Prod', twins: [{ uid: 'a' }, { uid: 'b' }] },
    });
    expect(edges.requests.map(({ url }) => url)).toEqual([
      'http://grafana/api/folders?limit=1000&page=1&parentUid=team',
    ]);
  });

  test('tells from any folder that there are no nested ones, before anything is made', async () => {
    const { transport } = await startedGrafana({ version: '10.4.19' });
    await ensureFolder(transport, team);
    expect(await findFolderPath(transport, ['Other', 'Prod'], [team])).toEqual({ kind: 'ok', value: { kind: 'flat' } });
  });
});

describe('ensureFolderPath', () => {
  test('does not put the rest at the top of a Grafana without nested folders', async () => {
    const { grafana, transport } = await startedGrafana({ version: '9' });
    const missing = { inside: undefined, titles: ['Team', 'Prod'], there: 0 };
    expect(await ensureFolderPath(transport, missing)).toMatchObject({ message: 'this Grafana has no nested folders' });
    expect(grafana.state().folders.map(({ title }) => title)).toEqual(['Team']);
  });

  test('ends with what Grafana says of a path that is too deep', async () => {
    const { transport } = await startedGrafana();
    const missing = { inside: undefined, titles: ['1', '2', '3', '4', '5'], there: 0 };
    expect(await ensureFolderPath(transport, missing)).toMatchObject({
      kind: 'refused',
      message: 'Maximum nested folder depth reached',
    });
  });
});
