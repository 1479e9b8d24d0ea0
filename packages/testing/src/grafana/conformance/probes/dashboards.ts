import type { Probe, Step } from '../probe.js';
import { folder, makeFolder, readDashboard, save, told } from './parts.js';

const api = 'pkg/api/dashboard.go';
const errors = 'pkg/services/dashboards/errors.go';
const version = (number: number) => ({ fields: { version: { is: number } } }) as const;
const search =
  'pkg/api/search.go Search; docs/sources/developer-resources/api-reference/http-api/api-legacy/folder_dashboard_search.md';
const root = { fields: { meta: { fields: { folderUid: { oneOf: ['', 'general', undefined] } } } } } as const;

export const dashboardProbes: readonly Probe[] = [
  {
    id: 'dashboards/save-new',
    relies: 'a new dashboard is saved under its uid as version 1, with status "success" and its address',
    source: `${api} postDashboard`,
    steps: [
      makeFolder,
      save({
        expect: {
          status: [200],
          body: {
            fields: {
              status: { is: 'success' },
              uid: { is: '{prefix}-d' },
              version: { is: 1 },
              url: { matches: /\/d\// },
              slug: 'text',
            },
          },
        },
      }),
    ],
  },
  {
    id: 'dashboards/read',
    relies: 'a dashboard is read with its version inside and its folder, address and last editor beside it',
    source: `${api} GetDashboard`,
    steps: [
      makeFolder,
      save(),
      {
        ask: readDashboard,
        expect: {
          status: [200],
          body: {
            fields: {
              dashboard: {
                fields: { uid: { is: '{prefix}-d' }, title: { is: '{prefix} dashboard' }, version: { is: 1 } },
              },
              meta: {
                fields: {
                  folderUid: { is: folder },
                  url: { matches: /\/d\// },
                  provisioned: 'boolean',
                  updatedBy: 'text',
                },
              },
            },
          },
        },
      },
    ],
  },
  {
    id: 'dashboards/save-changed',
    relies: 'a change with the version that is there, id null and no overwrite is saved as the next version',
    source: `${api} postDashboard`,
    steps: [
      makeFolder,
      save(),
      save({ change: { version: 1, tags: ['{prefix}', 'changed'] }, expect: { status: [200], body: version(2) } }),
    ],
  },
  {
    id: 'dashboards/save-unchanged',
    relies: 'a save of what is there already is a new version all the same',
    source: 'pkg/services/dashboards/database/database.go saveDashboard',
    until: 11,
    steps: [makeFolder, save(), save({ change: { version: 1 }, expect: { status: [200], body: version(2) } })],
  },
  {
    id: 'dashboards/save-blind',
    relies: 'a save without the version of a dashboard that is there is refused with 409 or 412',
    source: `${api} postDashboard, saveDashboardViaK8s; ${errors}`,
    steps: [
      makeFolder,
      save(),
      save({ change: { tags: ['changed'] }, expect: { status: [409, 412] } }),
      { ask: readDashboard, expect: { status: [200], body: { fields: { dashboard: version(1) } } } },
    ],
  },
  {
    id: 'dashboards/save-stale',
    relies: 'until 12 a save with an older version is refused as version-mismatch',
    source: `${errors} ErrDashboardVersionMismatch`,
    until: 12,
    steps: [
      makeFolder,
      save(),
      save({ change: { version: 1, tags: ['changed'] } }),
      save({
        change: { version: 1, tags: ['changed', 'again'] },
        expect: { status: [412], body: { fields: { status: { is: 'version-mismatch' }, message: 'text' } } },
      }),
    ],
  },
  {
    id: 'dashboards/save-stale-13',
    relies: 'since 13 a save with an older version is refused with 409 or 412',
    source: `${api} saveDashboardViaK8s`,
    from: 13,
    steps: [
      makeFolder,
      save(),
      save({ change: { version: 1, tags: ['changed'] } }),
      save({ change: { version: 1, tags: ['changed', 'again'] }, expect: { status: [409, 412] } }),
    ],
  },
  {
    id: 'dashboards/overwrite',
    relies: 'with overwrite a save needs no version',
    source: `${api} postDashboard`,
    steps: [
      makeFolder,
      save(),
      save({
        change: { tags: ['changed'] },
        command: { overwrite: true },
        expect: { status: [200], body: version(2) },
      }),
    ],
  },
  {
    id: 'dashboards/moved-to-root',
    relies: 'a save that names no folder moves the dashboard to the root',
    source: 'docs/sources/developer-resources/api-reference/http-api/dashboard.md folderUid',
    steps: [
      makeFolder,
      save(),
      save({ change: { version: 1 }, command: { folderUid: '' } }),
      { ask: readDashboard, expect: { status: [200], body: root } },
    ],
  },
  {
    id: 'dashboards/title-taken',
    relies: 'until 11.2 two dashboards in one folder cannot share a title',
    source: 'pkg/services/dashboards/database/database.go getExistingDashboardByTitleAndFolder',
    until: 10,
    steps: [
      makeFolder,
      save(),
      save({
        change: { uid: '{prefix}-e' },
        expect: { status: [412], body: { fields: { status: { is: 'name-exists' } } } },
      }),
    ],
  },
  {
    id: 'dashboards/titles-shared',
    relies: 'since 11.3 dashboards in one folder may share a title',
    source: 'grafana/grafana#90687',
    from: 11,
    steps: [makeFolder, save(), save({ change: { uid: '{prefix}-e' } })],
  },
  {
    id: 'dashboards/not-there',
    relies: 'a dashboard that is not there is 404 with a message',
    source: `${api} getDashboardHelper`,
    steps: [{ ask: readDashboard, expect: { status: [404], body: told(/not found/i) } }],
  },
  {
    id: 'dashboards/deleted',
    relies: 'a deletion tells title and uid, and a second one is 404',
    source: `${api} deleteDashboard`,
    steps: [
      makeFolder,
      save(),
      {
        ask: 'DELETE /api/dashboards/uid/{prefix}-d',
        expect: { status: [200], body: { fields: { title: { is: '{prefix} dashboard' }, message: 'text' } } },
      },
      { ask: 'DELETE /api/dashboards/uid/{prefix}-d', isEventual: true, expect: { status: [404] } },
    ],
  },
  {
    id: 'dashboards/searched-by-tag',
    relies: 'dashboards of a tag are found by /api/search, each with its uid, tags and folder',
    source: search,
    steps: [makeFolder, save(), searched('tag={prefix}')],
  },
  {
    id: 'dashboards/searched-by-folder',
    relies: 'since 10 dashboards of a folder are found by its uid',
    source: search,
    from: 10,
    steps: [makeFolder, save(), searched(`folderUIDs=${folder}`)],
  },
];

function searched(query: string): Step {
  const ask = `GET /api/search?type=dash-db&limit=5000&${query}`;
  return { ask, isEventual: true, expect: { status: [200], body: { list: found(), atLeast: 1 } } };
}

function found() {
  return {
    fields: {
      uid: { is: '{prefix}-d' },
      title: { is: '{prefix} dashboard' },
      type: { is: 'dash-db' },
      tags: { list: 'text', atLeast: 1 },
      folderUid: { is: folder },
    },
  } as const;
}
