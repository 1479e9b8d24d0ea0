import { Secret } from '@fly-monitoring/kit';

/** The token as flyctl reads it from the environment: without `FlyV1 ` or `Bearer `, which people copy along. */
export function bareToken(token: Secret): Secret {
  const parts = token
    .reveal()
    .split(',')
    .map((part) => stripScheme(part.trim()))
    .filter((part) => part !== '');
  return new Secret(parts.join(','));
}

function stripScheme(text: string): string {
  const stripped = text.replace(/^(FlyV1|Bearer)\s+/i, '');
  return stripped === text ? text : stripScheme(stripped);
}
