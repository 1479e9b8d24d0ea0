import type { Shape } from '../../conformance/shape.js';

/** What there is at Fly when a probe runs. `nothing`: flyctl must not even ask. */
export type Scene =
  | 'nothing'
  | 'live-app'
  | 'empty-app'
  | 'no-app'
  | 'token-refused'
  | 'fly-unavailable'
  | 'machines-api-unavailable'
  | 'host-unreachable'
  | 'unhealthy-app'
  | 'crashing-app'
  | 'never-starts'
  | 'lease-held'
  | 'no-answer';

export const judgeNames = ['stand-in', 'answered', 'account'] as const;

/** Who is probed: the stand-in of the tests, a real flyctl with prepared answers, a real flyctl with an account. */
export type JudgeName = (typeof judgeNames)[number];

export type TextRule = 'empty' | 'any' | { readonly has?: readonly RegExp[]; readonly lacks?: readonly RegExp[] };

export interface Expectation {
  readonly exitCode: number;
  readonly stdout?: TextRule;
  readonly stderr?: TextRule;
  /** The whole of stdout as one JSON document. */
  readonly json?: Shape;
  /** Secrets as they reach Fly; null is one that is taken away. */
  readonly sentSecrets?: Readonly<Record<string, string | null>>;
  /** Each must be in some request, written as `METHOD path body`; only judged where requests can be seen. */
  readonly requests?: readonly RegExp[];
}

/**
 * One thing that the suite relies on. Words in braces are filled in by the judge: {app} {org} {image} {machine} {folder} {new-app}
 * {token} {other-token} {session} {old-session}.
 */
export interface Probe {
  readonly id: string;
  /** What the suite relies on, in one sentence. */
  readonly relies: string;
  /** Where flyctl's source says so. */
  readonly source: string;
  readonly scene: Scene;
  readonly argv: readonly string[];
  readonly stdin?: string;
  /** Files of {folder}. */
  readonly files?: Readonly<Record<string, string>>;
  /** On top of the quiet environment; null takes a variable away. */
  readonly env?: Readonly<Record<string, string | null>>;
  /** flyctl gets this signal once it is at work: where requests can be seen, when one like `after` has come. */
  readonly signal?: { readonly name: 'SIGINT'; readonly after: RegExp };
  readonly expect: Expectation;
  /** Judges that cannot be asked this, and why. */
  readonly notOn?: Readonly<Partial<Record<JudgeName, string>>>;
  /** How the stand-in is known to differ. It is reported, and is no failure until it is mended. */
  readonly knownDifference?: string | undefined;
}

export interface RunResult {
  /** Null when it was ended by a signal or did not end. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly sentSecrets?: Readonly<Record<string, string | null>>;
  /** Undefined where nobody sees them. */
  readonly requests?: readonly string[];
  /** Requests that nothing was prepared for, or any at all where flyctl must not ask. */
  readonly unexpectedRequests?: readonly string[];
}

export interface Judge {
  readonly name: JudgeName;
  /** How many probes it takes at a time. */
  readonly atOnce: number;
  /** Undefined when it can prepare this scene. */
  obstacle(probe: Probe): string | undefined;
  run(probe: Probe): Promise<RunResult>;
  close(): Promise<void>;
}
