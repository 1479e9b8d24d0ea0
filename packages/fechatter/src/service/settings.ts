import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultPorts, type ServiceName } from './names.js';

/**
 * Signs tokens until FECHATTER_SECRET is set. Everybody can read it here, so whoever relies on it can forge a token:
 * the services say so when they start and on /health.
 */
const PUBLIC_SECRET = 'fechatter-public-development-secret';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings {
  /** `::` takes IPv6 (Fly's private network) and IPv4 (Fly's proxy and its checks) alike. */
  readonly host: string;
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly natsUrl: string;
  readonly secret: { readonly value: string; readonly origin: 'environment' | 'public-default' };
  /** When set, signing in needs it; without it anybody may sign in. */
  readonly passcode: string | undefined;
  readonly chatDatabase: string;
  readonly analyticsDatabase: string;
  readonly clickhouseUrl: string | undefined;
  readonly sessionIdleMs: number;
  /** For the metrics middleware, which reads METRICS_TOKEN and where Fly runs it. */
  readonly environment: Environment;
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a number from 0 to 65535');
const url = (protocol: RegExp) => z.url({ protocol });
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const variables = z.object({
  HOST: optional(z.string()),
  PORT: optional(port),
  FECHATTER_SERVER_PORT: optional(port),
  NOTIFY_SERVER_PORT: optional(port),
  BOT_SERVER_PORT: optional(port),
  ANALYTICS_SERVER_PORT: optional(port),
  NATS_URL: optional(url(/^(nats|tls)$/)),
  FECHATTER_SECRET: optional(z.string().min(16, 'must have at least 16 characters')),
  SIGN_IN_PASSCODE: optional(z.string().min(4, 'must have at least 4 characters')),
  CHAT_DB: optional(z.string()),
  ANALYTICS_DB: optional(z.string()),
  CLICKHOUSE_URL: optional(url(/^https?$/)),
  SESSION_IDLE_SECONDS: optional(z.coerce.number().positive().max(86_400)),
  FLY_APP_NAME: optional(z.string()),
  FLY_MACHINE_ID: optional(z.string()),
});

type Variables = z.infer<typeof variables>;

/**
 * Reads what the services need from the environment, once, and reports every wrong variable in one error.
 * `wanted` are the services that will run in this process: PORT names one port, so it fits only one of them.
 */
export function parseSettings(environment: Environment, wanted: readonly ServiceName[]): Settings {
  const parsed = variables.safeParse(environment);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (environment['PORT'] && wanted.length > 1) {
    wrong.push('PORT: names one port and several services would run here; set FECHATTER_SERVER_PORT and so on');
  }
  if (wrong.length > 0 || !parsed.success) {
    throw new SettingsError(`The environment is wrong:\n${wrong.map((line) => `- ${line}`).join('\n')}`);
  }
  return settingsFrom(parsed.data, environment);
}

function settingsFrom(found: Variables, environment: Environment): Settings {
  return {
    host: found.HOST ?? '::',
    ports: portsFrom(found),
    natsUrl: found.NATS_URL ?? defaultNatsUrl(found.FLY_APP_NAME),
    secret: found.FECHATTER_SECRET
      ? { value: found.FECHATTER_SECRET, origin: 'environment' }
      : { value: PUBLIC_SECRET, origin: 'public-default' },
    passcode: found.SIGN_IN_PASSCODE,
    chatDatabase: found.CHAT_DB ?? ':memory:',
    analyticsDatabase: found.ANALYTICS_DB ?? defaultAnalyticsFile(found.FLY_MACHINE_ID),
    clickhouseUrl: found.CLICKHOUSE_URL,
    sessionIdleMs: (found.SESSION_IDLE_SECONDS ?? 1800) * 1000,
    environment,
  };
}

function portsFrom(found: Variables): Record<ServiceName, number> {
  const portOf = (name: ServiceName, own: number | undefined) => own ?? found.PORT ?? defaultPorts[name];
  return {
    fechatter_server: portOf('fechatter_server', found.FECHATTER_SERVER_PORT),
    notify_server: portOf('notify_server', found.NOTIFY_SERVER_PORT),
    bot_server: portOf('bot_server', found.BOT_SERVER_PORT),
    analytics_server: portOf('analytics_server', found.ANALYTICS_SERVER_PORT),
  };
}

/** On Fly the process group `nats` of the same app answers, whatever the app is called. */
function defaultNatsUrl(flyApp: string | undefined): string {
  return flyApp ? `nats://nats.process.${flyApp}.internal:4222` : 'nats://127.0.0.1:4222';
}

/** A file by machine: two services that share a temporary folder must not share a database. */
function defaultAnalyticsFile(machineId: string | undefined): string {
  return join(tmpdir(), machineId ? `fechatter-analytics-${machineId}.db` : 'fechatter-analytics.db');
}
