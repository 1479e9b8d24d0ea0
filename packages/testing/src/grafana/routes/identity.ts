import { shownPermissions } from '../access.js';
import { html, json, refusal } from '../http.js';
import { buildVersion } from '../options.js';
import type { Grafana, Route } from './route.js';

export const identityRoutes: readonly Route[] = [
  { on: 'GET /api/health', run: (grafana) => json(200, { database: 'ok', ...buildOf(grafana) }) },
  { on: 'GET /login', run: () => html(200, '<!doctype html><title>Grafana</title>') },
  { on: 'GET /bootdata', run: (grafana) => json(200, { settings: settingsOf(grafana) }) },
  { on: 'GET /api/frontend/settings', may: 'signed-in', run: (grafana) => json(200, settingsOf(grafana)) },
  { on: 'GET /api/org', may: 'orgs:read', run: () => json(200, { id: 1, name: 'Main Org.', address: NO_ADDRESS }) },
  // A service account is no user: this is no way to ask who one is.
  { on: 'GET /api/user', may: 'signed-in', run: () => refusal(404, 'User not found') },
  {
    on: 'GET /api/access-control/user/permissions',
    may: 'signed-in',
    run: ({ major }, { role }) => json(200, role === undefined ? {} : shownPermissions(role, major)),
  },
];

const NO_ADDRESS = { address1: '', address2: '', city: '', zipCode: '', state: '', country: '' };

function buildOf(grafana: Grafana): { version: string; commit: string } {
  return { version: buildVersion(grafana.version), commit: 'unknown' };
}

function settingsOf(grafana: Grafana): object {
  return {
    namespace: grafana.namespace,
    buildInfo: { ...buildOf(grafana), edition: 'Open Source', env: 'production' },
  };
}
