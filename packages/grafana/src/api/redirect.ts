import type { GrafanaFailure } from './answer.js';

/** Where a proxy asks people to sign in. */
const signIn = /\/(?:log|sign)[-_]?in\b|\/(?:oauth2?|auth|sso|saml|authorize)\b|\/cdn-cgi\/access\b/i;
/** Everything that is asked of Grafana is below this. */
const api = /\/api(?:\/.*)?$/;

/**
 * What the redirect of a request says about the address that was given: https for http, another host, or the path that
 * Grafana is served below. Query strings are dropped, which may hold credentials.
 */
export function readRedirect(location: string | undefined, requested: string): NonNullable<GrafanaFailure['redirect']> {
  if (location === undefined || !URL.canParse(location, requested)) {
    return { target: location ?? 'nowhere', address: undefined };
  }
  const { origin, pathname } = new URL(location, requested);
  const target = `${origin}${pathname}`;
  if (signIn.test(pathname)) return { target, address: undefined };
  return { target, address: `${origin}${pathname.replace(api, '').replace(/\/+$/, '')}` };
}
