import type { Probe } from '../probe.js';
import { folder, makeDatasource, makeFolder, save, told } from './parts.js';

const deny = 'pkg/services/accesscontrol/middleware.go deny';

export const accessProbes: readonly Probe[] = [
  {
    id: 'access/wrong-token',
    relies: 'a token that is none is refused with 401 and JSON',
    source: 'pkg/services/authn/clients/api_key.go errAPIKeyInvalid',
    steps: [
      {
        by: 'wrong-token',
        ask: 'GET /api/org',
        expect: {
          status: [401],
          contentType: 'application/json',
          body: { fields: { message: { matches: /invalid api key/i } } },
        },
      },
    ],
  },
  {
    id: 'access/no-token',
    relies: 'a request without a token is refused with 401 and JSON',
    source: 'pkg/middleware/auth.go notAuthorized',
    steps: [
      {
        by: 'nobody',
        ask: 'GET /api/org',
        expect: { status: [401], contentType: 'application/json', body: { fields: { message: 'text' } } },
      },
    ],
  },
  {
    id: 'access/own-organisation',
    relies: 'the header X-Grafana-Org-Id may name the organisation of the token',
    source:
      'pkg/services/authn/clients/api_key.go; docs/sources/developer-resources/api-reference/http-api/authentication.md',
    steps: [
      { ask: 'GET /api/org', expect: { status: [200] }, keep: { org: 'id' } },
      { ask: 'GET /api/org', headers: { 'x-grafana-org-id': '{org}' }, expect: { status: [200] } },
    ],
  },
  {
    id: 'access/other-organisation',
    relies: 'a token is refused with 401 in an organisation that is not its own',
    source: 'pkg/services/authn/clients/api_key.go errAPIKeyOrgMismatch',
    steps: [
      {
        ask: 'GET /api/org',
        headers: { 'x-grafana-org-id': '999999' },
        expect: { status: [401], body: told(/organization/i) },
      },
    ],
  },
  {
    id: 'access/viewer-saves',
    relies: 'a viewer is refused with 403, and the message names the permissions',
    source: `${deny}; pkg/api/api.go for the route`,
    steps: [
      makeFolder,
      {
        ...save({
          expect: { status: [403], body: told(/permissions needed: any of dashboards:create, dashboards:write/i) },
        }),
        by: 'viewer',
      },
    ],
  },
  {
    id: 'access/viewer-makes-folder',
    relies: 'a viewer makes no folder, and the message names the permission',
    source: `${deny}; pkg/api/folder.go for the route`,
    steps: [
      { ...makeFolder, by: 'viewer', expect: { status: [403], body: told(/permissions needed: folders:create/i) } },
    ],
  },
  {
    id: 'access/viewer-makes-data-source',
    relies: 'a viewer makes no data source, and the message names the permission',
    source: `${deny}; pkg/api/api.go for the route`,
    steps: [
      {
        ...makeDatasource({}, { status: [403], body: told(/permissions needed: datasources:create/i) }),
        by: 'viewer',
      },
    ],
  },
  {
    id: 'access/viewer-reads',
    relies: 'a viewer reads the list of data sources, folders and dashboards',
    source: 'pkg/api/accesscontrol.go declareFixedRoles',
    steps: [
      makeFolder,
      save(),
      { by: 'viewer', ask: 'GET /api/datasources', expect: { status: [200] } },
      { by: 'viewer', ask: `GET /api/folders/${folder}`, expect: { status: [200] } },
      { by: 'viewer', ask: 'GET /api/dashboards/uid/{prefix}-d', expect: { status: [200] } },
    ],
  },
];
