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

  test('takes a folder of the same title under another uid', async () => {
    const { transport } = await startedGrafana({ version });
    await ensureFolder(transport, { uid: 'by-hand', title: 'Shop' });
    expect(await ensureFolder(transport, folder)).toEqual({ kind: 'ok', value: { uid: 'by-hand', title: 'Shop' } });
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

test.each([
  ['Fechatter', 'fechatter'],
  ['Team A / Prod!', 'team-a-prod'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('the uid of the folder "%s" is always the same', (title, uid) => {
  expect(folderUidFor(title)).toBe(uid);
});

test('a title without Latin letters gets a uid that Grafana takes', () => {
  expect(folderUidFor('监控')).toMatch(/^[a-zA-Z0-9-]{8,40}$/);
  expect(folderUidFor('监控')).not.toBe(folderUidFor('报警'));
});
