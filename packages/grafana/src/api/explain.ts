import { SuiteError } from '@fly-monitoring/kit';
import { type GrafanaFailure, isTemporary } from './answer.js';

export interface Explanation {
  readonly code: 'GRAFANA_TOKEN_REFUSED' | 'GRAFANA_UNREACHABLE' | 'GRAFANA_REFUSED';
  /** What was seen, without a full stop. */
  readonly seen: string;
  readonly hint: string;
}

/** A failure in words: what was seen, and what to do. */
export function explainFailure(failure: GrafanaFailure): Explanation {
  const { status, message, request } = failure;
  const answered = `${request} answered ${status}${message === '' ? '' : `: ${message}`}`;
  switch (failure.kind) {
    case 'unauthorized':
      return { code: 'GRAFANA_TOKEN_REFUSED', seen: answered, hint: unauthorizedHint(failure) };
    case 'forbidden':
      return forbidden(failure, answered);
    case 'not-found':
    case 'refused':
      return { code: 'GRAFANA_REFUSED', seen: answered, hint: refusedHint(failure) };
    case 'throttled':
      return {
        code: 'GRAFANA_UNREACHABLE',
        seen: answered,
        hint: 'Grafana limits the rate of requests; run again later.',
      };
    case 'asleep':
    case 'broken':
      return {
        code: 'GRAFANA_UNREACHABLE',
        seen: answered,
        hint: 'Run again; if it stays so, look at the log of Grafana.',
      };
    case 'unknown-instance':
      return {
        code: 'GRAFANA_UNREACHABLE',
        seen: answered,
        hint: 'GRAFANA_URL names a Grafana Cloud stack that does not exist.',
      };
    case 'unreachable':
      return {
        code: 'GRAFANA_UNREACHABLE',
        seen: `${request} got no answer: ${message}`,
        hint: 'Run again; nothing was half done that a second run does not complete.',
      };
    case 'not-grafana':
      return {
        code: 'GRAFANA_UNREACHABLE',
        seen: `${request}: ${message}`,
        hint: 'GRAFANA_URL must be the address of Grafana itself; something else answered there.',
      };
  }
}

/** The failure of something that the run cannot go on without. */
export function failureError(doing: string, failure: GrafanaFailure): SuiteError {
  const { code, seen, hint } = explainFailure(failure);
  return new SuiteError({ code, message: `${doing} failed: ${seen}.`, hint, isTemporary: isTemporary(failure) });
}

/** errAPIKeyOrgMismatch of Grafana: a service account belongs to one organisation. */
function unauthorizedHint({ message }: GrafanaFailure): string {
  if (!/organi[sz]ation/i.test(message)) return tokenHint;
  return 'The token belongs to another organisation than input "org-id" says: give a token of that one, or leave the input empty.';
}

const tokenHint =
  'Make a service account token (glsa_…) with the role Editor in Grafana under Administration, Service accounts, and store it as GRAFANA_API_KEY.';

function forbidden({ permission, message }: GrafanaFailure, seen: string): Explanation {
  // A quota is answered with 403 too, and no other token would help.
  if (/quota/i.test(message)) {
    return {
      code: 'GRAFANA_REFUSED',
      seen,
      hint: 'Delete dashboards that nobody needs, or have the quota of the organisation raised.',
    };
  }
  const needed =
    permission === undefined ? 'the role Editor' : `the permission ${permission} (part of the role Editor)`;
  return { code: 'GRAFANA_TOKEN_REFUSED', seen, hint: `Give the service account of the token ${needed}.` };
}

function refusedHint({ message, reason }: GrafanaFailure): string {
  if (/provisioned dashboard|managed by (a )?repo|empty commit message/i.test(message)) {
    return 'The dashboard belongs to Git Sync or to file provisioning: change it there, or give ours another uid.';
  }
  if (reason === 'name-exists') return 'Another dashboard in that folder has the same title: rename one of the two.';
  if (reason === 'plugin-dashboard') return 'A plugin brings a dashboard of that uid: give ours another one.';
  if (/refresh interval/i.test(message))
    return 'The server has a higher min_refresh_interval: raise "refresh" in the dashboard.';
  return 'The message is the answer of Grafana; correct the dashboard and run again.';
}
