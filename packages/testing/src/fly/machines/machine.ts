import type { Socket } from 'node:net';
import { parseGoDuration } from '../config/go-duration.js';
import { type CheckConfig, GROUP_KEY, type MachineConfig } from '../config/machine-config.js';
import type { BootedMachine, ExecResult, MachineAddresses } from '../network/runtime.js';
import { bootSpec } from './boot-spec.js';
import { type CheckStatus, runCheck } from './check-runner.js';
import type { HostStatus } from './host-status.js';
import { newMachineId, newUlid, privateAddress } from './ids.js';
import type { Lease } from './lease.js';
import type { MachineDefinition } from './machine-definition.js';
import { exitEvent, isCrashLoop, type MachineEvent, machineEvent } from './machine-events.js';
import type { MachineHost } from './machine-host.js';
import { machineName, signalNamed } from './names.js';
import { restartDelay } from './restart-plan.js';

export type MachineState = 'created' | 'starting' | 'started' | 'stopping' | 'stopped' | 'replacing' | 'destroyed';

export interface NewMachine {
  readonly region: string;
  readonly four: string;
  readonly definition: MachineDefinition;
}

/** One Fly Machine: its definition, its state, and the processes behind it. */
export class Machine {
  readonly id = newMachineId();
  readonly name: string;
  readonly region: string;
  readonly addresses: MachineAddresses;
  readonly createdAt = new Date().toISOString();
  readonly events: MachineEvent[] = [];
  readonly checks = new Map<string, CheckStatus>();
  definition: MachineDefinition;
  state: MachineState = 'created';
  instanceId = newUlid();
  updatedAt = this.createdAt;
  openRequests = 0;
  /** Who deploys holds its machines; nobody else may change them meanwhile. */
  lease: Lease | undefined;
  hostStatus: HostStatus = 'ok';
  /** The last lines its processes printed since it was made or updated. */
  readonly printed: string[] = [];
  readonly #host: MachineHost;
  #booted: BootedMachine | undefined;
  #boots: symbol | undefined;
  #checkStops: (() => void)[] = [];
  #failures: number[] = [];
  #restartTimer: NodeJS.Timeout | undefined;
  #frozen = false;
  #onExit: (() => void) | undefined;
  restarts = 0;
  #upSince: number | undefined;

  constructor(host: MachineHost, made: NewMachine) {
    this.#host = host;
    this.definition = made.definition;
    this.region = made.region;
    this.name = machineName(this.id);
    this.addresses = { six: privateAddress(this.id), four: made.four };
    this.#record(machineEvent('launch', 'created', 'user'));
  }

  get app(): string {
    return this.#host.app;
  }

  get isLeased(): boolean {
    return this.lease !== undefined && (this.lease.isRefreshed || this.lease.expiresAt > Date.now());
  }

  /** It was up at some time since it was made or updated. */
  get hasBeenStarted(): boolean {
    return this.#upSince !== undefined;
  }

  /** Since its processes were started last. */
  get upForMs(): number {
    return this.#upSince === undefined ? 0 : Date.now() - this.#upSince;
  }

  get isConstantlyRestarting(): boolean {
    return isCrashLoop(this.events);
  }

  get config(): MachineConfig {
    return this.definition.config;
  }

  get group(): string {
    return this.config.metadata[GROUP_KEY] ?? '';
  }

  get isStandby(): boolean {
    return (this.config.standbys ?? []).length > 0;
  }

  /** Every check has run and passes. */
  get isHealthy(): boolean {
    return Object.keys(this.checkConfigs()).every((name) => this.checks.get(name)?.status === 'passing');
  }

  /** Its process ended, and its restart policy will start it again. */
  get isComingBack(): boolean {
    return this.#restartTimer !== undefined;
  }

  checkConfigs(): Readonly<Record<string, CheckConfig>> {
    const ofServices = this.config.services.flatMap((service, index) =>
      service.checks.map((check, number): [string, CheckConfig] => {
        const place = `${String(index + number).padStart(2, '0')}-${check.type}-${service.internal_port}`;
        return [`servicecheck-${place}`, check];
      }),
    );
    return { ...this.config.checks, ...Object.fromEntries(ofServices) };
  }

  async start(source: MachineEvent['source'] = 'user'): Promise<void> {
    if (this.state === 'started' || this.state === 'starting') return;
    this.#failures = [];
    this.#forgetRestart();
    this.#record(machineEvent('start', 'starting', source));
    await this.#boot();
  }

  async stop(source: MachineEvent['source'] = 'user'): Promise<void> {
    this.#forgetRestart();
    if (this.state === 'stopped' || this.state === 'created' || this.state === 'destroyed') return;
    this.state = 'stopping';
    if (this.#booted === undefined) this.#boots = undefined;
    this.#record(machineEvent('stop', 'stopping', source));
    this.#stopChecks();
    await this.#endProcess();
    await this.#leave('stopped');
  }

  async update(definition: MachineDefinition): Promise<void> {
    await this.stop();
    this.definition = definition;
    this.restarts = 0;
    this.#upSince = undefined;
    this.printed.length = 0;
    this.instanceId = newUlid();
    this.updatedAt = new Date().toISOString();
    this.#record(machineEvent('update', 'replacing', 'user'));
    if (this.state !== 'created') this.state = 'stopped';
  }

  async destroy(): Promise<void> {
    await this.stop();
    await this.#leave('destroyed');
    this.#record(machineEvent('destroy', 'destroyed', 'user'));
  }

  /** The process dies, the machine does not notice: it stays started, in DNS, and refuses connections. */
  killProcess(matching?: string): void {
    this.#frozen = true;
    this.#booted?.killProcesses(matching);
  }

  async exec(command: string): Promise<ExecResult | undefined> {
    return await this.#booted?.exec(command);
  }

  connect(port: number, family: 4 | 6): Socket | undefined {
    return this.#booted?.connect(port, family);
  }

  /** Resolves when the process has been started or has already ended. */
  async #boot(): Promise<void> {
    this.state = 'starting';
    this.#frozen = false;
    const boot = Symbol('boot');
    this.#boots = boot;
    const isCurrent = () => this.#boots === boot;
    try {
      await new Promise<void>((resolve, reject) => {
        const spec = bootSpec(this, this.#host);
        const events = {
          started: () => resolve(isCurrent() ? this.#started() : undefined),
          exited: (code: number) => resolve(isCurrent() ? this.#exited(code) : undefined),
          output: (line: string) => this.#log(line),
        };
        this.#host.runtime.boot(spec, events).then((booted) => this.#keep(booted, boot), reject);
      });
    } catch (error) {
      this.#log(`could not boot: ${error instanceof Error ? error.message : String(error)}`);
      await this.#leave('stopped');
    }
  }

  /** A machine that was stopped while it booted gives back what it got. */
  #keep(booted: BootedMachine, boot: symbol): void {
    if (this.#boots === boot) this.#booted = booted;
    else void booted.release();
  }

  #started(): void {
    this.state = 'started';
    this.#upSince = Date.now();
    this.#record(machineEvent('start', 'started', 'flyd'));
    for (const [name, check] of Object.entries(this.checkConfigs())) this.#runCheck(name, check);
  }

  #runCheck(name: string, check: CheckConfig): void {
    const connect = (port: number): Socket => {
      const socket = this.connect(port, 4);
      if (socket === undefined) throw new Error('the machine is not running');
      return socket;
    };
    const report = (status: CheckStatus) => void this.checks.set(name, status);
    this.#checkStops.push(runCheck(name, check, { connect, report, isBlocked: () => this.#host.checksAreBlocked() }));
  }

  async #exited(code: number): Promise<void> {
    this.#onExit?.();
    if (this.state === 'stopping' || this.#frozen) return void this.#recordExit({ code, restarting: false });
    const now = Date.now();
    const delay = restartDelay({ code, at: now }, { restart: this.config.restart, failures: this.#failures });
    this.#failures.push(now);
    this.#recordExit({ code, restarting: delay !== undefined });
    this.#stopChecks();
    const isLeft = this.#leave('stopped');
    if (delay !== undefined) this.#restartTimer = setTimeout(() => void isLeft.then(() => this.#restart()), delay);
    await isLeft;
  }

  async #restart(): Promise<void> {
    if (!this.isComingBack) return;
    this.#restartTimer = undefined;
    this.restarts += 1;
    await this.#boot();
  }

  #forgetRestart(): void {
    clearTimeout(this.#restartTimer);
    this.#restartTimer = undefined;
  }

  #recordExit(exit: { code: number; restarting: boolean }): void {
    this.#log(`Main child exited normally with code: ${exit.code}`);
    const restartCount = this.restarts + (exit.restarting ? 1 : 0);
    this.#record(exitEvent({ ...exit, requested: this.state === 'stopping', restartCount }));
  }

  /** The kill signal, then after the kill timeout the end. */
  async #endProcess(): Promise<void> {
    const booted = this.#booted;
    if (booted === undefined || this.#frozen) return;
    const exited = new Promise<void>((resolve) => (this.#onExit = resolve));
    booted.signal(signalNamed(this.config.stop_config.signal));
    const timer = setTimeout(() => booted.killProcesses(), parseGoDuration(this.config.stop_config.timeout) ?? 0);
    await exited;
    clearTimeout(timer);
    this.#onExit = undefined;
  }

  async #leave(state: MachineState): Promise<void> {
    const booted = this.#booted;
    this.#booted = undefined;
    this.state = state;
    this.#stopChecks();
    await booted?.release();
  }

  #stopChecks(): void {
    for (const stop of this.#checkStops.splice(0)) stop();
    this.checks.clear();
  }

  #record(event: MachineEvent): void {
    this.events.unshift(event);
  }

  #log(line: string): void {
    this.printed.push(line);
    this.printed.splice(0, Math.max(0, this.printed.length - PRINTED_LIMIT));
    this.#host.log(`${new Date().toISOString()} app[${this.id}] ${this.region} [info]${line}`);
  }
}

/** Lines of a machine that flyctl shows when it fails. */
const PRINTED_LIMIT = 100;
