import type { Machine } from '../machines/machine.js';
import { type Moment, troubleOf } from '../misbehaviour-table.js';
import type { Misbehaviours } from '../platform/misbehaviours.js';
import { Cancelled, FlyctlError } from './flyctl-error.js';

/** What a misbehaviour's placeholders stand for, and what the caller says before the API's words. */
export interface Struck {
  readonly app: string;
  readonly machine?: Machine;
  readonly image?: string;
  readonly before?: string;
}

interface Printer {
  out(text: string): void;
  err(text: string): void;
}

const LEASE_LIFE_MS = 13_000;

/** Prints and throws what the table says for this moment, if the platform has been told so. True when it struck. */
export function strikeAt(
  moment: Moment,
  struck: Struck,
  at: { misbehaviours: Misbehaviours; print: Printer },
): boolean {
  const what = at.misbehaviours.takeAt(moment, struck.app);
  if (what === undefined) return false;
  const trouble = troubleOf(what.kind);
  const fill = filler(struck);
  if (trouble.stdout !== undefined) at.print.out(fill(trouble.stdout));
  if (trouble.stderr !== undefined) at.print.err(fill(trouble.stderr));
  if (trouble.error === undefined) return true;
  const message = `${struck.before ?? ''}${fill(what.text ?? trouble.error)}`;
  if (trouble.exitCode === 127) throw new Cancelled(message);
  throw new FlyctlError(message, {
    exitCode: trouble.exitCode,
    description: trouble.description,
    suggestion: trouble.suggestion,
  });
}

function filler(struck: Struck): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    app: struck.app,
    machine: struck.machine?.id ?? '',
    group: struck.machine?.group ?? '',
    image: struck.image ?? '',
    expires: new Date(Date.now() + LEASE_LIFE_MS).toISOString(),
  };
  return (text) => text.replace(/\{(app|machine|group|image|expires)\}/g, (_all, name: string) => values[name] ?? '');
}
