/**
 * Where each behaviour of the stand-in is known from. `F` is superfly/flyctl at ad0172fac, `G` superfly/fly-go v0.9.6;
 * otherwise a page of the documentation or an issue. What has no source says why it is assumed.
 */
export interface Behaviour {
  readonly what: string;
  readonly sources: readonly string[];
  /** Why it is so here, where no source says it. */
  readonly assumed?: string;
}

/** By topic. */
export type Behaviours = Readonly<Record<string, readonly Behaviour[]>>;
