import type { Judge } from '../probe.js';
import { appsJudge } from './with-apps.js';

export interface AccountOptions {
  readonly flyctl: string;
  readonly app: string;
  readonly org: string;
  readonly token: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A real flyctl with a real account: it makes apps, a machine and a volume, and destroys them. */
export function accountJudge({ flyctl, app, org, token, environment }: AccountOptions): Judge {
  return appsJudge({
    name: 'account',
    flyctl,
    environment: { PATH: environment['PATH'] ?? '', FLY_API_TOKEN: token },
    token,
    app,
    org,
    obstacles: {
      'host-unreachable': 'no host of Fly fails on demand',
      'machines-api-unavailable': 'Fly is not out of order on demand',
      'fly-unavailable': 'Fly is not out of order on demand',
      'unhealthy-app': 'the app of the probes is healthy',
      'never-starts': 'its machines start',
      'lease-held': 'nobody else deploys it',
      'no-answer': 'Fly answers',
    },
  });
}
