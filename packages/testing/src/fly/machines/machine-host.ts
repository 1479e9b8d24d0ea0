import type { Runtime } from '../network/runtime.js';

/** What the platform lends to a machine. */
export interface MachineHost {
  readonly runtime: Runtime;
  readonly app: string;
  volumeFolder(id: string): string;
  checksAreBlocked(): boolean;
  log(line: string): void;
}
