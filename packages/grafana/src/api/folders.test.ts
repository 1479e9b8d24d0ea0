import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { startedGrafana, tokens } from '../../test/edges.js';
import { ensureFolder, folderUidFor } from './folders.js';

const folder = { uid: 'shop', title: 'Shop' };
const made = { kind: 'ok', value: folder };

describe.each(GRAFANA_VERSIONS)('ensureFolder on Grafana %s', (version) => {
  test('makes the folder, and takes it as made the next time', async () => {
    const { grafana, transport } = await startedGrafana({ version });
    expect(await ensureFolder(transport, folder)).toEqual(made);
    expect(await ensureFolder(transport, folder)).toEqual(made);
    expect(grafana.state().folders).toHaveLength(1);
  });

  test('takes a folder of the same title under another uid where titles must differ', async () => {
    const { transport } = await startedGrafana({ version });
    await ensureFolder(transport, { uid: 'by-hand', title: 'Shop' });
    // Since 11.3 folders may share a title, and Grafana makes the second one.
    const mayShare = Number.parseInt(version, 10) >= 11;
    const uid = mayShare ? 'shop' : 'by-hand';
    expect(await ensureFolder(transport, folder)).toEqual({ kind: 'ok', value: { uid, title: 'Shop' } });
  });

  test('leaves a uid to the folder or dashboard that has it', async () => {
    const { grafana, transport } = await startedGrafana({ version });
    await ensureFolder(transport, { uid: 'shop', title: 'Renamed by hand' });
    grafana.place({ dashboard: { uid: 'sales', title: 'Sales' } });
    for (const wanted of [folder, { uid: 'sales', title: 'Sales' }]) {
      const first = await ensureFolder(transport, wanted);
      expect(first).toMatchObject({ kind: 'ok', value: { title: wanted.title } });
    }
    const titles = grafana.state().folders.map(({ title }) => title);
    expect(titles).toEqual(['Renamed by hand', 'Shop', 'Sales']);
  });
});

describe('ensureFolder', () => {
  test.each([
    ['two runs at once', { kind: 'folder-race' } as const],
    ['a lost answer', { kind: 'connection-lost', moment: 'after', method: 'POST', times: 1 } as const],
  ])('ends well after %s', async (_, fault) => {
    const { grafana, transport } = await startedGrafana();
    grafana.misbehave(fault);
    expect(await ensureFolder(transport, folder)).toEqual(made);
    expect(grafana.state().folders).toHaveLength(1);
  });

  test('fails with the first answer when the folder is not there after all', async () => {
    const { grafana, transport } = await startedGrafana();
    grafana.misbehave({ kind: 'error', status: 500, method: 'POST' });
    expect(await ensureFolder(transport, folder)).toMatchObject({ kind: 'broken', status: 500 });
  });

  test('does not look further when it is forbidden', async () => {
    const { grafana, transport } = await startedGrafana({ token: tokens.viewer });
    expect(await ensureFolder(transport, folder)).toMatchObject({ kind: 'forbidden' });
    expect(grafana.calls()).toHaveLength(1);
  });
});

describe('folderUidFor', () => {
  const titles = [
    ...[
      'Fechatter',
      'fechatter',
      'Prod EU',
      'Prod-EU',
      'prod eu',
      '生产环境 API',
      '测试环境 API',
      '监控',
      '报警',
      '!',
      '?',
    ],
    ...[`${'监'.repeat(60)}一`, `${'监'.repeat(60)}二`, `${'x'.repeat(60)}1`, `${'x'.repeat(60)}2`],
  ];

  test('is another for every title, and one that Grafana takes', () => {
    expect(new Set(titles.map(folderUidFor)).size).toBe(titles.length);
    for (const title of titles) expect(folderUidFor(title)).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
  });

  test('is always the same for one title, and begins with what can be read of it', () => {
    expect(folderUidFor('Team A / Prod!')).toBe(folderUidFor('Team A / Prod!'));
    expect(folderUidFor('Team A / Prod!')).toMatch(/^team-a-prod-[0-9a-f]{12}$/);
  });
});
