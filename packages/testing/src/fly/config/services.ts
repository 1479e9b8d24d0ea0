import type { AppConfig } from './app-config.js';
import { checkFrom, type DefaultTimes } from './checks.js';
import { type Fields, fieldsOf, isFields, numberOf, tablesOf, textOf, textsOf } from './fields.js';
import type { Autostop, CheckConfig, ServiceConfig, ServicePort } from './machine-config.js';

/** Service checks are held between these by flyctl, and run this often when nothing is said. */
const SERVICE_CHECK: DefaultTimes = { intervalMs: 15_000, timeoutMs: 10_000, graceMs: 5000 };

export interface GroupedService {
  /** Empty: the default group. */
  readonly groups: readonly string[];
  readonly service: ServiceConfig;
}

/** [http_service] and every [[services]] as the services of machines. */
export function servicesFrom(config: AppConfig): readonly GroupedService[] {
  const web = config.raw['http_service'];
  const listed = tablesOf(config.raw['services']).map((table) => serviceFrom(table, portsFrom(table)));
  return isFields(web) ? [serviceFrom(web, webPorts(web)), ...listed] : listed;
}

function webPorts(table: Fields): readonly ServicePort[] {
  const plain: ServicePort = { port: 80, handlers: ['http'] };
  const first = table['force_https'] === true ? { ...plain, force_https: true } : plain;
  return [first, { port: 443, handlers: ['http', 'tls'] }];
}

function portsFrom(table: Fields): readonly ServicePort[] {
  return tablesOf(table['ports']).map((port) => ({
    port: numberOf(port['port']) ?? 0,
    handlers: textsOf(port['handlers']),
    ...(port['force_https'] === true ? { force_https: true } : {}),
  }));
}

function serviceFrom(table: Fields, ports: readonly ServicePort[]): GroupedService {
  const internal = numberOf(table['internal_port']) ?? 8080;
  const service: ServiceConfig = {
    protocol: textOf(table['protocol']) ?? 'tcp',
    internal_port: internal,
    autostop: autostopFrom(table['auto_stop_machines']),
    autostart: booleanOf(table['auto_start_machines']),
    min_machines_running: numberOf(table['min_machines_running']),
    ports,
    checks: serviceChecks(table, internal),
  };
  return { groups: textsOf(table['processes']), service };
}

function serviceChecks(table: Fields, port: number): readonly CheckConfig[] {
  const http = [...tablesOf(table['checks']), ...tablesOf(table['http_checks'])];
  const tcp = tablesOf(table['tcp_checks']);
  const read = (check: unknown, type: 'http' | 'tcp') => checkFrom({ ...fieldsOf(check), port, type }, SERVICE_CHECK);
  return [...http.map((check) => read(check, 'http')), ...tcp.map((check) => read(check, 'tcp'))];
}

export function autostopFrom(value: unknown): Autostop | undefined {
  if (value === true || value === 'stop') return 'stop';
  if (value === false || value === 'off') return 'off';
  return value === 'suspend' ? 'suspend' : undefined;
}

/** In JSON "off" and "stop" are what they were before there was "suspend". */
export function autostopView(value: Autostop): boolean | 'suspend' {
  return value === 'suspend' ? 'suspend' : value === 'stop';
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
