import type { Probe } from '../probe.js';

export const identityProbes: readonly Probe[] = [
  {
    id: 'health/open',
    relies: 'the health page is JSON, needs no token, and has the version unless that is hidden',
    source: 'pkg/api/http_server.go apiHealthHandler',
    steps: [
      {
        by: 'nobody',
        ask: 'GET /api/health',
        expect: {
          status: [200],
          contentType: 'application/json',
          body: { fields: { database: { is: 'ok' }, version: { optional: { matches: /^\d+\.\d+\.\d+/ } } } },
        },
      },
    ],
  },
  {
    id: 'health/hidden-version',
    relies: 'with hide_version the health page has the state of the database alone',
    source: 'pkg/api/health_test.go TestHealthAPI_AnonymousHideVersion',
    scene: 'hidden-version',
    steps: [
      {
        by: 'nobody',
        ask: 'GET /api/health',
        expect: {
          status: [200],
          body: { fields: { database: { is: 'ok' }, version: { is: undefined }, commit: { is: undefined } } },
        },
      },
      {
        ask: 'GET /api/frontend/settings',
        expect: { status: [200], body: { fields: { buildInfo: { fields: { version: { matches: /^\d+\./ } } } } } },
      },
    ],
  },
  {
    id: 'health/asleep',
    relies: 'a paused stack answers 503 with the code Loading, and asking its health does not wake it',
    source: 'grafana/terraform-provider-grafana internal/resources/cloud/resource_cloud_stack.go waitForStackReadiness',
    scene: 'asleep',
    steps: [1, 2].map(() => ({
      by: 'nobody',
      ask: 'GET /api/health',
      expect: { status: [503], body: { fields: { code: { is: 'Loading' }, message: 'text' } } },
    })),
  },
  {
    id: 'health/login-page',
    relies: 'the login page, which wakes a paused stack, is a page that anybody may open',
    source: 'pkg/api/login.go LoginView',
    steps: [
      {
        by: 'nobody',
        ask: 'GET /login?disableAutoLogin=true',
        expect: { status: [200], contentType: 'text/html' },
      },
    ],
  },
  {
    id: 'identity/organisation',
    relies: 'a service account reads the name of its organisation',
    source: 'pkg/api/org.go GetCurrentOrg',
    steps: [{ ask: 'GET /api/org', expect: { status: [200], body: { fields: { id: 'number', name: 'text' } } } }],
  },
  {
    id: 'identity/permissions',
    relies: 'what a token may do is a map from action to scopes',
    source: 'pkg/services/accesscontrol/api/api.go getUserPermissions',
    steps: [
      {
        ask: 'GET /api/access-control/user/permissions',
        expect: {
          status: [200],
          body: {
            fields: Object.fromEntries(
              ['dashboards:create', 'dashboards:write', 'folders:create', 'datasources:read', 'annotations:create'].map(
                (action) => [action, { list: 'text' }],
              ),
            ),
          },
        },
      },
    ],
  },
  {
    id: 'identity/permissions-of-a-viewer',
    relies: 'a viewer lacks what an import needs',
    source: 'pkg/services/accesscontrol/api/api.go getUserPermissions',
    steps: [
      {
        by: 'viewer',
        ask: 'GET /api/access-control/user/permissions',
        expect: {
          status: [200],
          body: { fields: { 'dashboards:write': { is: undefined }, 'folders:create': { is: undefined } } },
        },
      },
    ],
  },
];
