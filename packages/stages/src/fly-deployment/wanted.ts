import type { FlyToml, ReadSource } from '@fly-monitoring/fly';
import type { Secret } from '@fly-monitoring/kit';
import type { Fingerprint } from './fingerprint.js';

export type WantedImage =
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'build'; readonly dockerfile: string; readonly buildArgs: ReadonlyMap<string, string> };

/** What a build is made from, and what becomes of it when all that could be compared is equal. */
export interface WantedSource {
  readonly read: ReadSource;
  /** Whether the live release stays although something may have moved meanwhile, such as a tag. */
  readonly movingParts: 'released' | 'kept';
}

/** A deployment as the inputs and files ask for it, before Fly was asked for anything. */
export interface WantedDeployment {
  readonly app: string;
  readonly config: FlyToml;
  readonly image: WantedImage;
  /** Of a build that may be found to be live already. */
  readonly source?: WantedSource | undefined;
  readonly secrets: ReadonlyMap<string, Secret>;
  /** `owned`: secrets of the last deployment that are not wanted any more are taken away. */
  readonly otherSecrets: 'owned' | 'kept';
  readonly fingerprint: Fingerprint;
  readonly create: { readonly organisation: string } | undefined;
  readonly force: 'always' | 'when-changed';
}
