import type { Behaviour } from '../../conformance/behaviour.js';
import type { Misbehaviour } from '../misbehaviour.js';

/** Where each way to fail is known from. */
export const MISBEHAVIOUR_SOURCES: Readonly<Record<Misbehaviour['kind'], Behaviour>> = {
  asleep: {
    what: 'A paused stack of Grafana Cloud: 503 Loading until its login page is opened, and some requests longer',
    sources: [
      'grafana/terraform-provider-grafana internal/resources/cloud/resource_cloud_stack.go waitForStackReadiness',
    ],
  },
  'unknown-instance': {
    what: 'No stack of that name: 404 NotFound',
    sources: ['grafana/terraform-provider-grafana#1725'],
  },
  'database-down': { what: 'Health is 503, the rest 500', sources: ['pkg/api/http_server.go apiHealthHandler'] },
  'version-hidden': {
    what: 'The section auth.anonymous has hide_version: the health has the state of the database alone',
    sources: ['pkg/api/health_test.go TestHealthAPI_AnonymousHideVersion'],
  },
  'wrong-host': { what: 'Another server answers 200 with a page', sources: ['grafana/mcp-grafana v2.0.1 notes'] },
  'gateway-page': {
    what: 'A proxy answers in place of Grafana, with a page of its own',
    sources: ['nginx/nginx src/http/ngx_http_special_response.c'],
  },
  redirect: {
    what: 'A proxy or Grafana itself sends the request to another address or path',
    sources: ['pkg/middleware/subpath_redirect.go SubPathRedirect', 'oauth2-proxy/oauth2-proxy oauthproxy.go'],
  },
  throttled: {
    what: '429 with Retry-After',
    sources: ['grafana/terraform-provider-grafana internal/common/http_request_retry.go'],
  },
  error: { what: 'Any status with any body', sources: ['pkg/api/response/response.go Error'] },
  slow: { what: 'Each answer takes its time', sources: ['grafana/terraform-provider-grafana#2176'] },
  'connection-lost': {
    what: 'The connection is cut before or after the work is done',
    sources: ['grafana/terraform-provider-grafana#2176'],
  },
  'gitops-pending': {
    what: 'A save is 202 "pending" and saves nothing',
    sources: ['pkg/api/dashboard.go postDashboard, HasGitOpsObserver'],
  },
  'folder-race': {
    what: 'A folder is made and the answer is 412 with an empty object',
    sources: ['grafana/grafana#130923'],
  },
  migrated: {
    what: 'What is read has fields that were not stored',
    sources: ['grafana/grafana#104213', 'grafana/grafana#106977'],
  },
};
