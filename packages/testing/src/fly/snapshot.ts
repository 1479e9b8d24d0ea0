/** What the platform holds, for a test to read; secrets show their names only. */
export interface FlySnapshot {
  readonly apps: Readonly<Record<string, AppSnapshot>>;
  /** The agents of flyctl that run, by the configuration folder they belong to. */
  readonly agents: readonly { readonly folder: string; readonly hasToken: boolean }[];
}

export interface AppSnapshot {
  readonly name: string;
  readonly org: string;
  readonly secrets: readonly string[];
  readonly releases: readonly ReleaseSnapshot[];
  readonly machines: readonly MachineSnapshot[];
  readonly volumes: readonly {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly sizeGb: number;
    readonly attachedMachineId: string | undefined;
  }[];
  readonly ips: readonly { readonly type: string; readonly address: string }[];
}

export interface ReleaseSnapshot {
  readonly version: number;
  readonly status: string;
  readonly imageRef: string;
  readonly reason: string;
  readonly createdAt: string;
}

export interface MachineSnapshot {
  readonly id: string;
  readonly group: string;
  readonly state: string;
  readonly region: string;
  readonly privateIp: string;
  /** The release its configuration says it has. */
  readonly releaseVersion: string;
  readonly imageRef: string;
  readonly digest: string;
  readonly instanceId: string;
  readonly isStandby: boolean;
  /** Whether the computer it is on answers: ok, unknown or unreachable. */
  readonly hostStatus: string;
  /** How often its process was started again after it ended by itself. */
  readonly restarts: number;
  readonly env: Readonly<Record<string, string>>;
  readonly checks: readonly { readonly name: string; readonly status: string; readonly output: string }[];
  readonly mounts: readonly { readonly volume: string; readonly path: string }[];
}

/** One run of the executable: what it was given, what it printed. */
export interface FlyctlCallSnapshot {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly input: string;
  readonly output: string;
  /** Undefined while it runs. */
  readonly exitCode?: number;
}

export interface FetchedInside {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ExecSnapshot {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
