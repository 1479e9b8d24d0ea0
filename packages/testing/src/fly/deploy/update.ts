import type { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';

export interface Update {
  readonly machine: Machine;
  readonly definition: MachineDefinition;
  /** A new machine takes its place: its mounts change, or its host is gone. */
  readonly isReplaced: boolean;
  /** A machine that does not run gets the release, and is neither started nor checked. */
  readonly skipsLaunch: boolean;
}
