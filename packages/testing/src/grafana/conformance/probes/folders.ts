import type { Probe } from '../probe.js';
import { folder, makeFolder } from './parts.js';

const errors = 'pkg/api/apierrors/folder.go ToFolderErrorResponse';
const child = { uid: '{prefix}-g', title: '{prefix} inner', parentUid: folder };
const listed = 'GET /api/folders?limit=1000&page=1';

export const folderProbes: readonly Probe[] = [
  {
    id: 'folders/made-and-listed',
    relies: 'a folder is made with the uid that was sent, read by it, and listed',
    source: 'pkg/api/folder.go CreateFolder, GetFolderByUID, GetFolders',
    steps: [
      makeFolder,
      {
        ask: `GET /api/folders/${folder}`,
        expect: { status: [200], body: { fields: { uid: { is: folder }, title: { is: '{prefix} folder' } } } },
      },
      {
        ask: listed,
        isEventual: true,
        expect: {
          status: [200],
          body: { some: { fields: { uid: { is: folder }, title: { is: '{prefix} folder' } } } },
        },
      },
    ],
  },
  {
    id: 'folders/uid-of-its-own',
    relies: 'a folder without a uid gets one',
    source: 'pkg/services/folder/folderimpl/folder.go Create',
    steps: [
      {
        ask: 'POST /api/folders',
        body: { title: '{prefix} folder' },
        expect: { status: [200], body: { fields: { uid: { matches: /^[a-zA-Z0-9_-]+$/ } } } },
      },
    ],
  },
  {
    id: 'folders/uid-taken',
    relies: 'a uid that a folder has is refused with 409 or 412, and that folder stays as it is',
    source: `${errors}; pkg/services/dashboards/database/database.go getExistingDashboardByIDOrUIDForUpdate`,
    steps: [
      makeFolder,
      { ask: 'POST /api/folders', body: { uid: folder, title: '{prefix} other' }, expect: { status: [409, 412] } },
      {
        ask: `GET /api/folders/${folder}`,
        expect: { status: [200], body: { fields: { title: { is: '{prefix} folder' } } } },
      },
    ],
  },
  {
    id: 'folders/title-taken',
    relies: 'until 11.2 two folders cannot share a title',
    source: 'grafana/grafana#80408; pkg/services/dashboards/database/database.go getExistingDashboardByTitleAndFolder',
    until: 10,
    steps: [
      makeFolder,
      {
        ask: 'POST /api/folders',
        body: { uid: '{prefix}-g', title: '{prefix} folder' },
        expect: { status: [409, 412] },
      },
    ],
  },
  {
    id: 'folders/titles-shared',
    relies: 'since 11.3 folders may share a title, so that uids alone tell them apart',
    source: 'grafana/grafana#90687',
    from: 11,
    steps: [
      makeFolder,
      { ask: 'POST /api/folders', body: { uid: '{prefix}-g', title: '{prefix} folder' }, expect: { status: [200] } },
    ],
  },
  {
    id: 'folders/illegal-uid',
    relies: 'a uid with other characters is refused with 400',
    source: 'pkg/util/shortid_generator.go IsValidShortUID',
    steps: [
      { ask: 'POST /api/folders', body: { uid: '{prefix} f.', title: '{prefix} folder' }, expect: { status: [400] } },
    ],
  },
  {
    id: 'folders/long-uid',
    relies: 'a uid of more than 40 characters is refused with 400',
    source: 'pkg/util/shortid_generator.go IsShortUIDTooLong',
    steps: [
      {
        ask: 'POST /api/folders',
        body: { uid: `{prefix}${'x'.repeat(40)}`, title: '{prefix} folder' },
        expect: { status: [400] },
      },
    ],
  },
  {
    id: 'folders/no-title',
    relies: 'a folder without a title is refused with 400',
    source: errors,
    steps: [{ ask: 'POST /api/folders', body: { uid: folder, title: '' }, expect: { status: [400] } }],
  },
  {
    id: 'folders/not-there',
    relies: 'a folder that is not there is 404, or 403 where that is not told',
    source: errors,
    steps: [
      { ask: 'GET /api/folders/{prefix}-none', expect: { status: [404, 403], body: { fields: { message: 'text' } } } },
    ],
  },
  {
    id: 'folders/nested',
    relies: 'folders lie in folders, and each level is listed by its parent',
    source: 'pkg/api/folder.go CreateFolder, GetFolders; the toggle nestedFolders is on since 11',
    from: 11,
    steps: [
      makeFolder,
      {
        ask: 'POST /api/folders',
        body: child,
        expect: { status: [200], body: { fields: { uid: { is: child.uid }, parentUid: { is: folder } } } },
      },
      {
        ask: `${listed}&parentUid=${folder}`,
        isEventual: true,
        expect: { status: [200], body: { list: { fields: { uid: { is: child.uid } } }, atLeast: 1 } },
      },
    ],
  },
  {
    id: 'folders/flat',
    relies: 'until 10 a parent is ignored, and the list of what is inside is the list of all',
    source: 'pkg/api/folder.go GetFolders without the toggle nestedFolders',
    until: 10,
    steps: [
      makeFolder,
      {
        ask: `${listed}&parentUid=${folder}`,
        expect: { status: [200], body: { some: { fields: { uid: { is: folder } } } } },
      },
    ],
  },
  {
    id: 'folders/deleted',
    relies: 'a deleted folder takes its dashboards with it and is 404 afterwards',
    source: 'pkg/api/folder.go DeleteFolder',
    steps: [
      makeFolder,
      { ask: `DELETE /api/folders/${folder}?forceDeleteRules=true`, expect: { status: [200] } },
      { ask: `GET /api/folders/${folder}`, isEventual: true, expect: { status: [404, 403] } },
    ],
  },
];
