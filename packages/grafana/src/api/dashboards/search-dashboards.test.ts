import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { startedGrafana } from '../../../test/edges.js';
import { ensureFolder } from '../folders.js';
import { listDashboards } from './search-dashboards.js';

describe.each(GRAFANA_VERSIONS)('listDashboards on Grafana %s', (version) => {
  test('lists those of one folder, or of the root, over all pages', async () => {
    const { grafana, transport } = await startedGrafana({ version });
    await ensureFolder(transport, { uid: 'f', title: 'F' });
    for (let number = 0; number < 2_100; number++) {
      const dashboard = { uid: `d${number}`, title: 'D' };
      grafana.place({ dashboard, folderUid: number % 2 === 0 ? 'f' : '' });
    }
    for (const [folder, first] of [
      ['f', 0],
      ['', 1],
    ] as const) {
      const listed = await listDashboards(transport, folder);
      const uids = listed.kind === 'ok' ? listed.value.map(({ uid }) => uid) : [];
      expect([uids.length, uids[0], uids.at(-1)]).toEqual([1_050, `d${first}`, `d${2_098 + first}`]);
    }
  });
});
