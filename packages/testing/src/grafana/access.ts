import { timingSafeEqual } from 'node:crypto';
import { json, type Reply } from './http.js';
import type { GrafanaOptions, Role } from './options.js';

const VIEWER = {
  'annotations:read': ['annotations:type:*'],
  'dashboards:read': ['dashboards:*', 'folders:*'],
  'datasources:query': ['datasources:*'],
  'datasources:read': ['datasources:*'],
  'folders:read': ['folders:*'],
  'library.panels:read': ['folders:*'],
  'orgs:read': [''],
} as const;
const EDITOR = {
  ...VIEWER,
  'annotations:create': ['annotations:type:*'],
  'annotations:delete': ['annotations:type:*'],
  'annotations:write': ['annotations:type:*'],
  'dashboards:create': ['folders:*'],
  'dashboards:delete': ['dashboards:*', 'folders:*'],
  'dashboards:write': ['dashboards:*', 'folders:*'],
  'folders:create': ['folders:*'],
  'folders:delete': ['folders:*'],
  'folders:write': ['folders:*'],
  'library.panels:create': ['folders:*'],
  'library.panels:delete': ['folders:*'],
  'library.panels:write': ['folders:*'],
} as const;
// Only an administrator may create datasources: an Editor's token is refused (403).
const ADMIN = {
  ...EDITOR,
  'datasources:create': [''],
  'datasources:delete': ['datasources:*'],
  'datasources:write': ['datasources:*'],
} as const;

export type Action = keyof typeof ADMIN;

export function permissionsOf(role: Role): Readonly<Partial<Record<Action, readonly string[]>>> {
  return { viewer: VIEWER, editor: EDITOR, admin: ADMIN }[role];
}

/** Permissions of their own have library panels since 12; the toggle libraryPanelRBAC brought them before. */
export function hasLibraryPermissions(major: number): boolean {
  return major >= 12;
}

/** What the server tells that a role may do. */
export function shownPermissions(role: Role, major: number): Readonly<Record<string, readonly string[]>> {
  const shown = Object.entries(permissionsOf(role));
  const isShown = (action: string) => hasLibraryPermissions(major) || !action.startsWith('library.panels:');
  return Object.fromEntries(shown.filter(([action]) => isShown(action)));
}

export function allows(role: Role, action: Action): boolean {
  return permissionsOf(role)[action] !== undefined;
}

/** `Bearer <token>` only; what the token may do comes from its role. */
export function roleOf(authorization: string | undefined, tokens: GrafanaOptions['tokens']): Role | undefined {
  const given = /^Bearer (?<token>.+)$/.exec(authorization ?? '')?.groups?.['token'];
  const roles: readonly Role[] = ['admin', 'editor', 'viewer'];
  return given === undefined ? undefined : roles.find((role) => sameText(given, tokens[role]));
}

export function unauthorized(authorization: string | undefined): Reply {
  const absent = authorization === undefined;
  return json(401, {
    message: absent ? 'Unauthorized' : 'Invalid API key',
    messageId: absent ? 'session.token.not-found' : 'api-key.invalid',
    statusCode: 401,
    traceID: '',
  });
}

/** The one organisation that there is. */
const OWN_ORGANISATION = '1';

/** errAPIKeyOrgMismatch in pkg/services/authn/clients/api_key.go: a service account belongs to one organisation. */
export const ORGANISATION_MISMATCH = json(401, {
  message: 'API key does not belong to the requested organization',
  messageId: 'api-key.organization-mismatch',
  statusCode: 401,
  traceID: '',
});

export function isOtherOrganisation(wanted: string | readonly string[] | undefined): boolean {
  return wanted !== undefined && wanted !== OWN_ORGANISATION;
}

/** Of several actions one would be enough (anyEvaluator in pkg/services/accesscontrol/evaluator.go). */
export function forbidden(actions: Action | readonly Action[]): Reply {
  const needed = typeof actions === 'string' ? actions : `any of ${actions.join(', ')}`;
  return json(403, {
    accessErrorId: 'ACE0000000001',
    message: `You'll need additional permissions to perform this action. Permissions needed: ${needed}`,
    title: 'Access denied',
  });
}

function sameText(given: string, wanted: string | undefined): boolean {
  if (wanted === undefined || Buffer.byteLength(given) !== Buffer.byteLength(wanted)) {
    return false;
  }
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}
