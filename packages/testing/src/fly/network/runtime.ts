import type { Socket } from 'node:net';

export interface MachineAddresses {
  /** The 6PN address. */
  readonly six: string;
  /** What Fly Proxy and checks connect to; never in DNS. */
  readonly four: string;
}

export interface BootSpec {
  readonly id: string;
  readonly addresses: MachineAddresses;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Added where machines share a root folder with this computer. */
  readonly loopbackEnv: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  readonly imageFolder: string;
  readonly mounts: readonly { readonly source: string; readonly target: string; readonly writable: boolean }[];
  readonly files: readonly { readonly path: string; readonly content: Buffer }[];
  /** The first port anybody is expected to call; where machines share a host, PORT is moved away from it. */
  readonly port: number | undefined;
}

export interface BootEvents {
  started(): void;
  exited(code: number): void;
  output(line: string): void;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine that has been booted, until `release` has taken its network and files away. */
export interface BootedMachine {
  signal(signal: NodeJS.Signals): void;
  /** Kills processes of the machine without taking its network down; `matching` limits it by command line. */
  killProcesses(matching?: string): void;
  exec(command: string): Promise<ExecResult>;
  connect(port: number, family: 4 | 6): Socket;
  release(): Promise<void>;
}

/** How machines are run: in network namespaces, or as plain processes. */
export interface Runtime {
  boot(spec: BootSpec, events: BootEvents): Promise<BootedMachine>;
  close(): Promise<void>;
}
