import { startAnalyticsServer } from './analytics-server.js';
import { startBotServer } from './bot-server.js';
import { NatsEventBus } from './events/nats-event-bus.js';
import { startFechatterServer } from './fechatter-server.js';
import { startNotifyServer } from './notify-server.js';
import { isServiceName, type ServiceName, serviceNames } from './service/names.js';
import type { RunningService, ServiceContext } from './service/running-service.js';
import { parseSettings, type Settings, SettingsError } from './service/settings.js';

const USAGE = `Usage: node main.js <${[...serviceNames, 'all'].join('|')}>`;
/** Below fly.toml's kill_timeout, so that a shutdown that hangs is still told from the outside. */
const SHUTDOWN_BUDGET_MS = 20_000;

const starters: Readonly<Record<ServiceName, (context: ServiceContext) => Promise<RunningService>>> = {
  fechatter_server: startFechatterServer,
  notify_server: startNotifyServer,
  bot_server: startBotServer,
  analytics_server: startAnalyticsServer,
};

function start(name: ServiceName, settings: Settings): Promise<RunningService> {
  const log = (line: string) => process.stdout.write(`${name}: ${line}\n`);
  const bus = new NatsEventBus({ url: settings.natsUrl, name, log });
  return starters[name]({ settings, bus, log, now: Date.now });
}

function stopOnSignal(services: readonly RunningService[]): void {
  const stop = async () => {
    setTimeout(() => process.exit(1), SHUTDOWN_BUDGET_MS).unref();
    await Promise.all(services.map((service) => service.close()));
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

function chosen(argument: string | undefined): readonly ServiceName[] {
  if (argument === 'all') return serviceNames;
  return argument !== undefined && isServiceName(argument) ? [argument] : [];
}

async function main(): Promise<void> {
  const names = chosen(process.argv[2]);
  if (names.length === 0) throw new SettingsError(USAGE);
  const settings = parseSettings(process.env, names);
  stopOnSignal(await Promise.all(names.map((name) => start(name, settings))));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(1);
});
