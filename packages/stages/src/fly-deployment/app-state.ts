import type { Address, AppStatus, Flyctl, Machine, Release, StoredSecret, Volume } from '@fly-monitoring/fly';

/** What Fly has of an app before anything is done to it. */
export type AppState =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'present';
      readonly status: AppStatus;
      readonly releases: readonly Release[];
      readonly machines: readonly Machine[];
      readonly secrets: readonly StoredSecret[];
      readonly addresses: readonly Address[];
      readonly volumes: readonly Volume[];
    };

/** All at once: the app is nearly always there, and every call of flyctl takes its time. */
export async function readAppState(flyctl: Flyctl, app: string): Promise<AppState> {
  const [found, releases, machines, secrets, addresses, volumes] = await Promise.allSettled([
    flyctl.findApp(app),
    flyctl.releases(app),
    flyctl.machines(app),
    flyctl.secrets(app),
    flyctl.addresses(app),
    flyctl.volumes(app),
  ]);
  // First what the app itself met: where there is none, the others failed for that.
  const status = answerOf(found);
  if (status === undefined) return { kind: 'missing' };
  return {
    kind: 'present',
    status,
    releases: answerOf(releases),
    machines: answerOf(machines),
    secrets: answerOf(secrets),
    addresses: answerOf(addresses),
    volumes: answerOf(volumes),
  };
}

function answerOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
