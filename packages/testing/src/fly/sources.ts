import type { Behaviours } from './sources/behaviour.js';
import { COMMAND_LINE } from './sources/command-line.js';
import { DEPLOYS } from './sources/deploys.js';
import { PLATFORM } from './sources/platform.js';

export type { Behaviour } from './sources/behaviour.js';

/** Where each behaviour of the stand-in is known from, by topic. */
export const BEHAVIOURS: Behaviours = { ...COMMAND_LINE, ...DEPLOYS, ...PLATFORM };
