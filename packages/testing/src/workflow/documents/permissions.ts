import { asText, isRecord, type Json } from './values.js';

export type Permissions = Readonly<Record<string, string>>;

const SCOPES = [
  ...['actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'issues', 'models'],
  ...['packages', 'pages', 'pull-requests', 'security-events', 'statuses'],
];
const RANK: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };

export function defaultPermissions(level: 'read' | 'write'): Permissions {
  return level === 'write' ? everything('write') : { contents: 'read', packages: 'read' };
}

/** The job's own, else the workflow's, else what is given; naming any scope sets the others to none. */
export function permissionsFor(job: Json, workflow: Json, given: Permissions): Permissions {
  return parse(job['permissions']) ?? parse(workflow['permissions']) ?? given;
}

/** A called workflow gets no more than its caller has; asking for more stops the run before it begins. */
export function excessOf(asked: Permissions, granted: Permissions, job: string): readonly string[] {
  return Object.entries(asked)
    .filter(([scope, level]) => rank(level) > rank(granted[scope]))
    .map(([scope, level]) => {
      const allowed = `${scope}: ${granted[scope] ?? 'none'}`;
      return `The nested job '${job}' is requesting '${scope}: ${level}', but is only allowed '${allowed}'.`;
    });
}

function parse(value: unknown): Permissions | undefined {
  if (value === 'read-all' || value === 'write-all') {
    return everything(value === 'read-all' ? 'read' : 'write');
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([scope, level]) => [scope, asText(level)]))
    : undefined;
}

function everything(level: string): Permissions {
  const idToken = level === 'write' ? { 'id-token': 'write' } : {};
  return { ...Object.fromEntries(SCOPES.map((scope) => [scope, level])), ...idToken };
}

function rank(level: string | undefined): number {
  return RANK[level ?? 'none'] ?? 0;
}
