import type { Misbehaviour, MisbehaviourKind } from '../misbehaviour.js';

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

  clear(): void {
    this.#active = [];
  }

  /** True while it holds; asking does not use it up. */
  isOn(kind: MisbehaviourKind, app: string): boolean {
    return this.#find(kind, app) !== undefined;
  }

  /** Takes one time of it, if it is on. */
  take<Kind extends MisbehaviourKind>(kind: Kind, app: string): (Misbehaviour & { kind: Kind }) | undefined {
    const found = this.#find(kind, app);
    if (found === undefined) return undefined;
    found.left -= 1;
    this.#active = this.#active.filter((active) => active.left > 0);
    return isKind(found.what, kind) ? found.what : undefined;
  }

  #find(kind: MisbehaviourKind, app: string): Active | undefined {
    return this.#active.find(({ what }) => what.kind === kind && (what.app === undefined || what.app === app));
  }
}

function isKind<Kind extends MisbehaviourKind>(what: Misbehaviour, kind: Kind): what is Misbehaviour & { kind: Kind } {
  return what.kind === kind;
}
