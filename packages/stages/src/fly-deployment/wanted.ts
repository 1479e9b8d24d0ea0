import type { FlyToml } from '@fly-monitoring/fly';
import type { Secret } from '@fly-monitoring/kit';
import type { Fingerprint } from './fingerprint.js';

export type WantedImage =
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'build'; readonly dockerfile: string; readonly buildArgs: ReadonlyMap<string, string> };

/** A deployment as the inputs and files ask for it, before Fly was asked for anything. */
export interface WantedDeployment {
  readonly app: string;
  readonly config: FlyToml;
  readonly image: WantedImage;
  readonly secrets: ReadonlyMap<string, Secret>;
  /** `owned`: secrets of the last deployment that are not wanted any more are taken away. */
  readonly otherSecrets: 'owned' | 'kept';
  readonly fingerprint: Fingerprint;
  readonly create: { readonly organisation: string } | undefined;
  readonly force: 'always' | 'when-changed';
}
