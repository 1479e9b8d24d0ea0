import type { Probe } from '../probe.js';
import { makeFolder, readDashboard, save, told } from './parts.js';

const api = 'pkg/api/dashboard.go';
const errors = 'pkg/services/dashboards/errors.go';

export const dashboardRefusalProbes: readonly Probe[] = [
  {
    id: 'dashboards/no-title',
    relies: 'a dashboard without a title is refused with 400',
    source: `${errors} ErrDashboardTitleEmpty; ${api} saveDashboardViaK8s`,
    steps: [makeFolder, save({ change: { title: '' }, expect: { status: [400], body: told(/title/i) } })],
  },
  {
    id: 'dashboards/long-title',
    relies: 'until 12 a title of more than 5 000 characters is refused with 400',
    source: `${errors} ErrDashboardTitleTooLong`,
    until: 12,
    steps: [
      makeFolder,
      save({ change: { title: 't'.repeat(5_001) }, expect: { status: [400], body: told(/5 000 characters/) } }),
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
      save({ command: { message: 'm'.repeat(501) }, expect: { status: [400], body: told(/max 500/) } }),
    ],
  },
  {
    id: 'dashboards/quick-refresh',
    relies: 'a refresh below min_refresh_interval is refused with 400 and these words',
    source: `${errors} ErrDashboardRefreshIntervalTooShort`,
    steps: [
      makeFolder,
      save({ change: { refresh: '1s' }, expect: { status: [400], body: told(/refresh interval/i) } }),
    ],
  },
  {
    id: 'dashboards/no-such-folder',
    relies: 'until 11 a save into a folder that is not there is refused with 400',
    source: 'pkg/api/apierrors/dashboard.go ToDashboardErrorResponse',
    until: 11,
    steps: [
      save({ command: { folderUid: '{prefix}-none' }, expect: { status: [400], body: told(/folder not found/i) } }),
    ],
  },
  {
    id: 'dashboards/provisioned',
    relies: 'what files provision is told so, and refused with these words',
    source: `${api} postDashboard; ${errors} ErrDashboardCannotSaveProvisionedDashboard, ErrDashboardCannotDeleteProvisionedDashboard`,
    scene: 'provisioned',
    steps: [
      {
        ask: readDashboard,
        expect: { status: [200], body: { fields: { meta: { fields: { provisioned: { is: true } } } } } },
      },
      save({
        command: { folderUid: '', overwrite: true },
        expect: { status: [400], body: told(/cannot save provisioned dashboard/i) },
      }),
      {
        ask: 'DELETE /api/dashboards/uid/{prefix}-d',
        expect: { status: [400], body: told(/provisioned dashboard cannot be deleted/i) },
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
      { ask: readDashboard, expect: { status: [404] } },
    ],
  },
  {
    id: 'dashboards/v2-unreadable',
    relies: 'on 12 a dashboard stored in the schema v2 cannot be read and is answered with 406',
    source: 'esnet/gdg#467',
    scene: 'v2-dashboard',
    from: 12,
    until: 12,
    steps: [{ ask: readDashboard, expect: { status: [406], body: told(/api version not supported/) } }],
  },
  {
    id: 'dashboards/v2-converted',
    relies: 'since 13 a dashboard stored in the schema v2 is read in the classic form',
    source: `${api} GetDashboard since 13`,
    scene: 'v2-dashboard',
    from: 13,
    steps: [
      {
        ask: readDashboard,
        expect: { status: [200], body: { fields: { dashboard: { fields: { title: 'text' } }, meta: { fields: {} } } } },
      },
    ],
  },
];
