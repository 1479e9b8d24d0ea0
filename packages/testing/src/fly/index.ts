export type { ImageTable, RegisteredImage } from './build/registered-image.js';
export type { Misbehaviour, MisbehaviourKind } from './misbehaviour.js';
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
