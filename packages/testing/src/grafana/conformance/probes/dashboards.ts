import type { Probe } from '../probe.js';
import { folder, makeFolder, save } from './parts.js';

const api = 'pkg/api/dashboard.go';
const errors = 'pkg/services/dashboards/errors.go';
const read = 'GET /api/dashboards/uid/{prefix}-d';
const version = (number: number) => ({ fields: { version: { is: number } } }) as const;
const message = (matches: RegExp) => ({ fields: { message: { matches } } }) as const;
const root = { fields: { meta: { fields: { folderUid: { oneOf: ['', 'general', undefined] } } } } } as const;

const written: readonly Probe[] = [
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
        ask: read,
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
      { ask: read, expect: { status: [200], body: { fields: { dashboard: version(1) } } } },
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
      { ask: read, expect: { status: [200], body: root } },
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
    steps: [{ ask: read, expect: { status: [404], body: message(/not found/i) } }],
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
    id: 'dashboards/searched',
    relies: 'dashboards of a folder and of a tag are found by /api/search, each with its uid, tags and folder',
    source:
      'pkg/api/search.go Search; docs/sources/developer-resources/api-reference/http-api/api-legacy/folder_dashboard_search.md',
    steps: [
      makeFolder,
      save(),
      {
        ask: `GET /api/search?type=dash-db&folderUIDs=${folder}&limit=5000`,
        isEventual: true,
        expect: { status: [200], body: { list: found(), atLeast: 1 } },
      },
      {
        ask: 'GET /api/search?type=dash-db&tag={prefix}&limit=5000',
        isEventual: true,
        expect: { status: [200], body: { list: found(), atLeast: 1 } },
      },
    ],
  },
];

const refused: readonly Probe[] = [
  {
    id: 'dashboards/no-title',
    relies: 'a dashboard without a title is refused with 400',
    source: `${errors} ErrDashboardTitleEmpty; ${api} saveDashboardViaK8s`,
    steps: [makeFolder, save({ change: { title: '' }, expect: { status: [400], body: message(/title/i) } })],
  },
  {
    id: 'dashboards/long-title',
    relies: 'until 12 a title of more than 5 000 characters is refused with 400',
    source: `${errors} ErrDashboardTitleTooLong`,
    until: 12,
    steps: [
      makeFolder,
      save({ change: { title: 't'.repeat(5_001) }, expect: { status: [400], body: message(/5 000 characters/) } }),
    ],
  },
  {
    id: 'dashboards/illegal-uid',
    relies: 'a uid with other characters is refused with 400',
    source: `${errors} ErrDashboardInvalidUid`,
    steps: [makeFolder, save({ change: { uid: '{prefix}.d' }, expect: { status: [400] } })],
  },
  {
    id: 'dashboards/long-uid',
    relies: 'a uid of more than 40 characters is refused with 400',
    source: `${errors} ErrDashboardUidTooLong`,
    steps: [makeFolder, save({ change: { uid: `{prefix}${'x'.repeat(40)}` }, expect: { status: [400] } })],
  },
  {
    id: 'dashboards/longest-message',
    relies: 'a message of 500 characters is taken',
    source: `${errors} ErrDashboardMessageTooLong`,
    steps: [makeFolder, save({ command: { message: 'm'.repeat(500) } })],
  },
  {
    id: 'dashboards/long-message',
    relies: 'until 11 a message of 501 characters is refused with 400',
    source: `${errors} ErrDashboardMessageTooLong`,
    until: 11,
    steps: [
      makeFolder,
      save({ command: { message: 'm'.repeat(501) }, expect: { status: [400], body: message(/max 500/) } }),
    ],
  },
  {
    id: 'dashboards/quick-refresh',
    relies: 'a refresh below min_refresh_interval is refused with 400 and these words',
    source: `${errors} ErrDashboardRefreshIntervalTooShort`,
    steps: [
      makeFolder,
      save({ change: { refresh: '1s' }, expect: { status: [400], body: message(/refresh interval/i) } }),
    ],
  },
  {
    id: 'dashboards/no-such-folder',
    relies: 'until 11 a save into a folder that is not there is refused with 400',
    source: 'pkg/api/apierrors/dashboard.go ToDashboardErrorResponse',
    until: 11,
    steps: [
      save({ command: { folderUid: '{prefix}-none' }, expect: { status: [400], body: message(/folder not found/i) } }),
    ],
  },
  {
    id: 'dashboards/provisioned',
    relies: 'what files provision is told so, and refused with these words',
    source: `${api} postDashboard; ${errors} ErrDashboardCannotSaveProvisionedDashboard, ErrDashboardCannotDeleteProvisionedDashboard`,
    scene: 'provisioned',
    steps: [
      {
        ask: read,
        expect: { status: [200], body: { fields: { meta: { fields: { provisioned: { is: true } } } } } },
      },
      save({
        command: { folderUid: '', overwrite: true },
        expect: { status: [400], body: message(/cannot save provisioned dashboard/i) },
      }),
      {
        ask: 'DELETE /api/dashboards/uid/{prefix}-d',
        expect: { status: [400], body: message(/provisioned dashboard cannot be deleted/i) },
      },
    ],
  },
  {
    id: 'dashboards/pending',
    relies: 'a listener for GitOps makes a refused save a 202 that has saved nothing',
    source: `${api} postDashboard, HasGitOpsObserver`,
    scene: 'gitops',
    until: 12,
    steps: [
      save({
        command: { folderUid: '' },
        expect: { status: [202], body: { fields: { status: { is: 'pending' }, message: 'text' } } },
      }),
      { ask: read, expect: { status: [404] } },
    ],
  },
  {
    id: 'dashboards/v2-unreadable',
    relies: 'on 12 a dashboard stored in the schema v2 cannot be read and is answered with 406',
    source: `${api} GetDashboard in 12`,
    scene: 'v2-dashboard',
    from: 12,
    until: 12,
    steps: [{ ask: read, expect: { status: [406], body: { fields: { message: 'text' } } } }],
  },
  {
    id: 'dashboards/v2-converted',
    relies: 'since 13 a dashboard stored in the schema v2 is read in the classic form',
    source: `${api} GetDashboard since 13`,
    scene: 'v2-dashboard',
    from: 13,
    steps: [
      {
        ask: read,
        expect: { status: [200], body: { fields: { dashboard: { fields: { title: 'text' } }, meta: { fields: {} } } } },
      },
    ],
  },
];

export const dashboardProbes: readonly Probe[] = [...written, ...refused];

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
