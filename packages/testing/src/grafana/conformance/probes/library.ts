import type { Shape } from '../../../conformance/shape.js';
import type { Probe, Step } from '../probe.js';
import { folder, makeFolder, save } from './parts.js';

const api = 'pkg/services/libraryelements/api.go';
const path = '/api/library-elements/{prefix}-l';
const panel = {
  uid: '{prefix}-l',
  name: '{prefix} panel',
  kind: 1,
  folderUid: folder,
  model: { type: 'text', title: 'Text' },
};
const element = (version: number): Shape => ({
  fields: {
    result: {
      fields: { uid: { is: '{prefix}-l' }, name: { is: '{prefix} panel' }, kind: { is: 1 }, version: { is: version } },
    },
  },
});
const make: Step = { ask: 'POST /api/library-elements', body: panel, expect: { status: [200], body: element(1) } };
const patch = (version: number, expect: Step['expect']): Step => ({
  ask: `PATCH ${path}`,
  body: { name: panel.name, kind: 1, version, folderUid: folder, model: { type: 'text', title: 'Other' } },
  expect,
});

export const libraryProbes: readonly Probe[] = [
  {
    id: 'library/made',
    relies: 'a library panel is made in a folder with its uid as version 1, and read by it',
    source: `${api} createHandler, getHandler`,
    steps: [makeFolder, make, { ask: `GET ${path}`, expect: { status: [200], body: element(1) } }],
  },
  {
    id: 'library/not-there',
    relies: 'a library panel that is not there is 404',
    source: `${api} getHandler`,
    steps: [{ ask: `GET ${path}`, expect: { status: [404] } }],
  },
  {
    id: 'library/taken',
    relies: 'a second library panel of one uid and name is refused with 400 or 409',
    source: `${api} toLibraryElementError`,
    steps: [makeFolder, make, { ...make, expect: { status: [400, 409] } }],
  },
  {
    id: 'library/changed',
    relies: 'a change needs the version that is there; with another it is 412',
    source: `${api} patchHandler`,
    steps: [makeFolder, make, patch(1, { status: [200], body: element(2) }), patch(1, { status: [412] })],
  },
  {
    id: 'library/deleted',
    relies: 'a library panel that no dashboard uses is deleted',
    source: `${api} deleteHandler`,
    steps: [makeFolder, make, { ask: `DELETE ${path}`, expect: { status: [200] } }],
  },
  {
    id: 'library/missing-panel',
    relies: 'until 11 a dashboard with a library panel that is not there is saved and then answered with 500',
    source: 'pkg/api/dashboard.go postDashboard, ConnectLibraryPanelsForDashboard',
    until: 11,
    steps: [
      makeFolder,
      save({
        change: {
          panels: [{ id: 1, type: 'library-panel-ref', libraryPanel: { uid: '{prefix}-none', name: 'None' } }],
        },
        expect: { status: [500], body: { fields: { message: { matches: /library panels/ } } } },
      }),
      { ask: 'GET /api/dashboards/uid/{prefix}-d', expect: { status: [200] } },
    ],
  },
];
