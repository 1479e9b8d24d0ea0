import type { Misbehaviour, MisbehaviourKind } from '../misbehaviour.js';
import { type Moment, troubleOf } from '../misbehaviour-table.js';

interface Active {
  readonly what: Misbehaviour;
  left: number;
}

/** What the platform has been told to do wrong. */
export class Misbehaviours {
  #active: Active[] = [];

  add(what: Misbehaviour): void {
    const times = what.times ?? 1;
    this.#active.push({ what, left: times === 'always' ? Number.POSITIVE_INFINITY : times });
  }

  /** Ends all of it, or what an app was told. */
  clear(app?: string): void {
    this.#active = this.#active.filter(({ what }) => app !== undefined && what.app !== app);
  }

  /** True while it holds; asking does not use it up. */
  isOn(kind: MisbehaviourKind, app: string): boolean {
    return this.#find(kind, app) !== undefined;
  }

  /** Takes one time of it, if it is on. */
  take(kind: MisbehaviourKind, app: string): Misbehaviour | undefined {
    return this.#use(this.#find(kind, app));
  }

  /** Takes one time of what strikes at this moment. */
  takeAt(moment: Moment, app: string): Misbehaviour | undefined {
    return this.#use(this.#active.find(({ what }) => troubleOf(what.kind).moment === moment && concerns(what, app)));
  }

  #use(found: Active | undefined): Misbehaviour | undefined {
    if (found === undefined) return undefined;
    found.left -= 1;
    this.#active = this.#active.filter((active) => active.left > 0);
    return found.what;
  }

  #find(kind: MisbehaviourKind, app: string): Active | undefined {
    return this.#active.find(({ what }) => what.kind === kind && concerns(what, app));
  }
}

/** What is said of no app is everybody's; what happens to no app is anybody's. */
function concerns(what: Misbehaviour, app: string): boolean {
  return what.app === undefined || app === '' || what.app === app;
}
