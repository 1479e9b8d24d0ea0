/** The part of the Machines API's machine config that this platform acts on, in the API's own field names. */
export interface ServicePort {
  readonly port: number;
  readonly handlers: readonly string[];
  readonly force_https?: boolean;
}

export interface CheckConfig {
  readonly type: 'http' | 'tcp';
  readonly port: number;
  readonly interval: string;
  readonly timeout: string;
  readonly grace_period: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Autostop = 'off' | 'stop' | 'suspend';

export interface ServiceConfig {
  readonly protocol: string;
  readonly internal_port: number;
  /** Undefined when the file says nothing, which is "off". */
  readonly autostop: Autostop | undefined;
  readonly autostart: boolean | undefined;
  readonly min_machines_running: number | undefined;
  readonly ports: readonly ServicePort[];
  readonly checks: readonly CheckConfig[];
}

export interface MountConfig {
  readonly volume: string;
  readonly name: string;
  readonly path: string;
}

export interface FileConfig {
  readonly guest_path: string;
  readonly secret_name?: string;
  readonly raw_value?: string;
}

export interface RestartConfig {
  readonly policy: 'always' | 'on-failure' | 'no';
  readonly max_retries: number;
}

export interface Guest {
  readonly cpu_kind: string;
  readonly cpus: number;
  readonly memory_mb: number;
}

export interface MachineConfig {
  readonly image: string;
  readonly init: { readonly cmd?: readonly string[]; readonly entrypoint?: readonly string[] };
  readonly env: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly services: readonly ServiceConfig[];
  readonly checks: Readonly<Record<string, CheckConfig>>;
  readonly mounts: readonly MountConfig[];
  readonly files: readonly FileConfig[];
  readonly metrics?: { readonly port: number; readonly path: string };
  readonly restart: RestartConfig;
  readonly guest: Guest;
  readonly stop_config: { readonly signal: string; readonly timeout: string };
  readonly standbys?: readonly string[];
  readonly dns?: { readonly skip_registration: boolean };
}

export const RELEASE_VERSION_KEY = 'fly_release_version';
export const GROUP_KEY = 'fly_process_group';
export const PLATFORM_KEY = 'fly_platform_version';
export const PLATFORM_VERSION = 'v2';
export const RELEASE_COMMAND_GROUP = 'fly_app_release_command';
export const CONSOLE_GROUP = 'fly_app_console';
