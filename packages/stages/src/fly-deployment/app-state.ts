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

export async function readAppState(flyctl: Flyctl, app: string): Promise<AppState> {
  const status = await flyctl.findApp(app);
  if (status === undefined) return { kind: 'missing' };
  const [releases, machines, secrets, addresses, volumes] = await Promise.all([
    flyctl.releases(app),
    flyctl.machines(app),
    flyctl.secrets(app),
    flyctl.addresses(app),
    flyctl.volumes(app),
  ]);
  return { kind: 'present', status, releases, machines, secrets, addresses, volumes };
}
