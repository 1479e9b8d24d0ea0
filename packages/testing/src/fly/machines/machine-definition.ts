import type { Image } from '../build/image.js';
import type { MachineConfig } from '../config/machine-config.js';

export interface MachineDefinition {
  readonly config: MachineConfig;
  readonly image: Image;
  readonly imageRef: string;
  /** The app's secrets at the moment of this update; a mere restart does not bring newer ones. */
  readonly secrets: ReadonlyMap<string, string>;
}
