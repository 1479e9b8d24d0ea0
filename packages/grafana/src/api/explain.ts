import { formatDuration, SuiteError } from '@fly-monitoring/kit';
import { type GrafanaFailure, isTemporary } from './answer.js';
import { hintForWords } from './hint-for-words.js';

export interface Explanation {
  readonly code: 'GRAFANA_TOKEN_REFUSED' | 'GRAFANA_UNREACHABLE' | 'GRAFANA_REFUSED';
  /** What was seen, without a full stop. */
  readonly seen: string;
  readonly hint: string;
}

/** A failure in words: what was seen, and what to do. */
export function explainFailure(failure: GrafanaFailure): Explanation {
  const { kind } = failure;
  switch (kind) {
    case 'unauthorized':
      return { code: 'GRAFANA_TOKEN_REFUSED', seen: seenOf(failure), hint: tokenHint(failure) };
    case 'forbidden':
      return forbidden(failure);
    case 'not-found':
    case 'refused':
      return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint: hintForWords(failure) ?? otherRefusal };
    case 'broken': {
      const hint = hintForWords(failure);
      if (hint !== undefined) return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint };
      return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: brokenHint(failure) };
    }
    case 'not-grafana':
      return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: otherServerHint(failure) };
    case 'throttled':
      return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: throttledHint(failure) };
    case 'asleep':
    case 'unknown-instance':
    case 'unreachable':
      return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: hints[kind] };
  }
}

/** The failure of something that the run cannot go on without. */
export function failureError(doing: string, failure: GrafanaFailure): SuiteError {
  const { code, seen, hint } = explainFailure(failure);
  return new SuiteError({ code, message: `${doing} failed: ${seen}.`, hint, isTemporary: isTemporary(failure) });
}

/** What was seen in place of an answer of Grafana begins with "it". */
function seenOf({ kind, status, message, request }: GrafanaFailure): string {
  if (kind === 'unreachable') return `${request} got no answer: ${message}`;
  if (kind === 'not-grafana' || message.startsWith('it ')) return `${request}: ${message}`;
  return `${request} answered ${status}${message === '' ? '' : `: ${message}`}`;
}

const hints = {
  asleep:
    'A paused Grafana Cloud stack wakes up when its page is opened: open GRAFANA_URL in a browser, wait until it shows, and run again.',
  'unknown-instance':
    'GRAFANA_URL names a Grafana Cloud stack that does not exist: copy the address of the stack from grafana.com.',
  unreachable:
    'Check the host and port of GRAFANA_URL, and that this machine may reach them; then run again: nothing was half done that a second run does not complete.',
} as const;

const otherRefusal = 'The message is the answer of Grafana: correct what it names, and run again.';
const serviceAccount =
  'Make a service account token (glsa_…) with the role Editor in Grafana under Administration, Service accounts, and store it as GRAFANA_API_KEY.';

/** errAPIKeyOrgMismatch of Grafana: a service account belongs to one organisation. */
const otherOrganisation =
  'The token belongs to another organisation than input "org-id" says: give a token of that one, or leave the input empty.';

function tokenHint({ isApiKey, message }: GrafanaFailure): string {
  if (/organi[sz]ation/i.test(message)) return otherOrganisation;
  if (isApiKey !== true) return serviceAccount;
  return `It is an API key (eyJrIjoi…), which service accounts have replaced; Grafana 13 makes and lists none. ${serviceAccount}`;
}

/** 502, 503 and 504 with a page are words of a proxy; JSON is Grafana's own. */
function brokenHint({ message }: GrafanaFailure): string {
  return message.startsWith('it ')
    ? 'A proxy answered because the Grafana behind it did not: look whether Grafana runs, or wait until it has started, and run again.'
    : 'Run again; if it stays so, look at the log of Grafana.';
}

function throttledHint({ retryAfterMs }: GrafanaFailure): string {
  const later = retryAfterMs === undefined ? 'later' : `in ${formatDuration(retryAfterMs)}`;
  return `Grafana limits the rate of requests; run again ${later}.`;
}

const firewall =
  'Something before Grafana (a firewall, an access proxy) refused the request: have this machine let through, or give the address behind it.';

function otherServerHint({ redirect, status }: GrafanaFailure): string {
  if (redirect === undefined) {
    if (status === 403) return firewall;
    return 'GRAFANA_URL must be the address of Grafana itself; something else answered there.';
  }
  const { target, address } = redirect;
  if (address !== undefined) {
    return `Set GRAFANA_URL (input "grafana-url") to ${address} if that is your Grafana; redirects are not followed, as they would take the token elsewhere.`;
  }
  return `Something before Grafana asks for a login (${target}): let requests with a token of Grafana through to /api, or give the address behind it.`;
}

/** With a license that has permissions for data sources the basic roles have none (pkg/api/accesscontrol.go). */
function permissionWords(permission: string): string {
  // Data sources are an administrator's affair; querying them is everybody's.
  if (/datasources:(create|write|delete)/.test(permission))
    return `the permission ${permission} (part of the role Admin)`;
  const isOfViewers = permission.startsWith('datasources:');
  const where = isOfViewers
    ? 'the role Viewer has it, unless Grafana has permissions for each data source'
    : 'part of the role Editor';
  return `the permission ${permission} (${where})`;
}

function forbidden(failure: GrafanaFailure): Explanation {
  const hint = hintForWords(failure);
  // A quota is answered with 403 too, and no other token would help.
  if (hint !== undefined) return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint };
  const { permission } = failure;
  const needed =
    permission === undefined ? 'the role Editor, or the permission Edit on the folder' : permissionWords(permission);
  return {
    code: 'GRAFANA_TOKEN_REFUSED',
    seen: seenOf(failure),
    hint: `Give the service account of the token ${needed}.`,
  };
}
