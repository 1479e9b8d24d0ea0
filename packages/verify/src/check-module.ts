import type { Flyctl } from '@fly-monitoring/fly';
import type { Annotation, Files, InputSpec, InputsOf, RawInputs, StageTools } from '@fly-monitoring/kit';
import type { ActiveTarget, Answer, Exposition, PrometheusApi } from '@fly-monitoring/prometheus';
import type { VerifyInputs } from './base-inputs.js';
import type { Blame, Check } from './check.js';
import type { VerifyPlan } from './plan.js';
import type { Repository } from './repository/read-repository.js';
import type { ServerSeen } from './server-seen.js';
import type { TargetsVerdict } from './targets/expectation.js';
import type { FlyMachines } from './targets/machines.js';

/** What a check may know before anything is asked. */
export interface PrepareContext {
  /** The inputs that belong to no single check. */
  readonly inputs: VerifyInputs;
  readonly repository: Repository;
  readonly plan: VerifyPlan;
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
  readonly environment: RawInputs['environment'];
}

/** What one look showed; a check asks for the rest itself. */
export interface CheckContext {
  readonly api: PrometheusApi;
  /** The same server, asked without credentials. */
  readonly anonymous: PrometheusApi;
  readonly plan: VerifyPlan;
  readonly server: ServerSeen;
  readonly targets: TargetsVerdict;
  readonly machines: FlyMachines;
  /** Of the expected jobs; empty where counts alone proved a large job. */
  readonly activeTargets: readonly ActiveTarget[];
  /** Of jobs that nobody expects; empty where they were not listed, for the size of the expected ones. */
  readonly otherTargets: readonly ActiveTarget[];
  /** By the clock of this machine; add `server.clockSkewMs` for Prometheus' clock. */
  readonly nowMs: number;
  /** How long all checks of the looks have passed without a break; undefined while they do not. */
  readonly provedForMs: number | undefined;
  readonly tools: StageTools;
  /** Prometheus' own /metrics, asked once in each look. */
  ownMetrics(): Promise<Answer<Exposition>>;
  /** /api/v1/status/config, asked once in each look. */
  loadedConfig(): Promise<Answer<string>>;
  /** Undefined where Fly cannot be asked. */
  flyctl(): Promise<Flyctl | undefined>;
}

export interface CheckResult {
  readonly checks: readonly Check[];
  /** Waiting may still change what is not a pass. */
  readonly isPending?: boolean;
  /** The targets, when the check found out more about them. */
  readonly targets?: TargetsVerdict;
  /** What the check adds to the report. */
  readonly report?: CheckReport;
}

export interface CheckReport {
  /** Blocks of Markdown below the tables. */
  readonly summary?: string;
  /** The same for a terminal. */
  readonly lines?: readonly string[];
  readonly annotations?: readonly Annotation[];
  /** Keys of the JSON report; documented in docs/verify-report.md. */
  readonly json?: Readonly<Record<string, unknown>>;
}

export type AskCheck = (context: CheckContext) => Promise<CheckResult> | CheckResult;

export interface PreparedCheck {
  /** For a dry run: what would be done, a sentence each. */
  readonly steps?: readonly string[];
  /**
   * `poll`: in each look, and the wait lasts until it passes.
   * `proved`: once all checks of the looks pass, and in each look after that while it is pending; skipped when they
   * never do.
   * `end`: the same, but asked once even when they never do.
   */
  readonly when: 'poll' | 'proved' | 'end';
  /** What it may need beyond the proof of the targets: the wait is longer by the longest of these. */
  readonly extraMs?: number;
  /** It asks PromQL or rules, which an agent does not answer: there it is skipped by name. */
  readonly needsQueries?: boolean;
  /** For `poll`: the wait is over without a proof, so there is time to find out why. */
  explain?(context: CheckContext): Promise<CheckResult>;
  /** Called with the first look, so that it can measure what later looks are compared with. */
  start(context: CheckContext): Promise<AskCheck> | AskCheck;
}

/** Nobody asked for it, or it cannot be done here; `reason` says which. */
export interface SkippedCheck {
  readonly skipped: string;
  /** What would turn it on. */
  readonly hint?: string;
}

interface CheckFacts {
  /** Stable: scripts refer to it. */
  readonly name: string;
  readonly blame: Blame;
}

export interface CheckModule extends CheckFacts {
  readonly inputs: InputSpec;
  /** Rules over several inputs, in sentences. */
  problems(values: object): Promise<readonly string[]>;
  /** Reads and checks its files, asks no server. @throws SuiteError */
  prepare(values: object, setup: PrepareContext): Promise<PreparedCheck | SkippedCheck>;
}

interface TypedCheck<S extends InputSpec> extends CheckFacts {
  readonly inputs: S;
  problems?(own: InputsOf<S>): Promise<readonly string[]> | readonly string[];
  prepare(
    own: InputsOf<S>,
    setup: PrepareContext,
  ): Promise<PreparedCheck | SkippedCheck> | PreparedCheck | SkippedCheck;
}

/** Forgets the types of a check's inputs, so that all checks fit in one table. */
export function checkModule<const S extends InputSpec>(check: TypedCheck<S>): CheckModule {
  const { name, blame, inputs } = check;
  return {
    name,
    blame,
    inputs,
    problems: async (values) => check.problems?.(values as InputsOf<S>) ?? [],
    prepare: async (values, setup) => check.prepare(values as InputsOf<S>, setup),
  };
}
