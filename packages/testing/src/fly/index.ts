export type { ImageTable, RegisteredImage } from './build/registered-image.js';
export { type CalledFlyctl, callFlyctl, type FlyctlEnded } from './call-flyctl.js';
export type { Misbehaviour, MisbehaviourKind } from './misbehaviour.js';
export { TROUBLES, type Trouble, troubleOf } from './misbehaviour-table.js';
export type { OutsideMachine } from './platform/outside-machines.js';
export type { IssuedToken, TokenScope } from './platform/tokens.js';
export type {
  AppSnapshot,
  ExecSnapshot,
  FetchedInside,
  FlyctlCallSnapshot,
  FlySnapshot,
  MachineSnapshot,
  ReleaseSnapshot,
} from './snapshot.js';
export { type Fly, type FlyOptions, startFly } from './start-fly.js';
