import type { Shape } from '../../conformance/shape.js';

/** Who asks: an administrator, a viewer, somebody with a token that is none, or without any. */
export type Caller = 'admin' | 'viewer' | 'wrong-token' | 'nobody';

/** What must be there before the first step and no request of a probe can make. */
export type Scene = 'hidden-version' | 'asleep' | 'provisioned' | 'v2-dashboard' | 'gitops';

export interface Expectation {
  /** One of these. */
  readonly status: readonly number[];
  /** Only JSON is looked at. */
  readonly body?: Shape;
  /** A text or the beginning of one, of the header of this name. */
  readonly contentType?: string;
  /** Texts that must not be anywhere in the answer. */
  readonly lacks?: readonly string[];
}

/**
 * One request and what is expected of its answer. Texts hold words in braces: {prefix} begins every uid of the probe,
 * {prometheus} is the address of a Prometheus, the others are what an earlier step has kept.
 */
export interface Step {
  readonly by?: Caller;
  /** `POST /api/folders` */
  readonly ask: string;
  readonly body?: unknown;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly expect: Expectation;
  /** Values of the answer for later steps, each by its path: `{ id: 'datasource.id' }`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Asked again until it is as expected: since 12 what is searched in comes after what is stored. */
  readonly isEventual?: boolean;
}

/** One thing that the suite relies on. */
export interface Probe {
  readonly id: string;
  /** What the suite relies on, in one sentence. */
  readonly relies: string;
  /** Where it is known from. */
  readonly source: string;
  /** Major versions that do so; every one unless given. */
  readonly from?: number;
  readonly until?: number;
  readonly scene?: Scene;
  readonly steps: readonly Step[];
}

export interface Answer {
  /** 0: there was none, and the text says why. */
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly by: Caller;
}

/** A server that is probed. */
export interface Server {
  readonly name: string;
  readonly url: string;
  /** As it tells it; undefined where it hides it even from who is signed in. */
  readonly version: string | undefined;
  readonly isStandIn: boolean;
  /** Where Grafana, not we, reaches a Prometheus. */
  readonly prometheusUrl: string | undefined;
  ask(exchange: Exchange): Promise<Answer>;
  /** Why this caller cannot be played here. */
  missing(caller: Caller): string | undefined;
  /** Makes the scene and gives what ends it, or says why it cannot. */
  prepare(scene: Scene, prefix: string): (() => void) | string;
  close(): Promise<void>;
}
