import http from 'node:http';
import type { Socket } from 'node:net';
import { parseGoDuration } from '../config/go-duration.js';
import type { CheckConfig } from '../config/machine-config.js';

export interface CheckStatus {
  readonly name: string;
  readonly status: 'passing' | 'warning' | 'critical';
  readonly output: string;
  readonly updated_at: string;
}

/** A check that does not pass yet is looked at this often, so that a deploy need not wait for a whole interval. */
const IMPATIENT_MS = 250;

export interface CheckTarget {
  connect(port: number): Socket;
  isBlocked(): boolean;
  report(status: CheckStatus): void;
}

/** Runs one check over the machine's IPv4 address until stopped. Returns what stops it. */
export function runCheck(name: string, check: CheckConfig, target: CheckTarget): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    const result = target.isBlocked() ? failed('connect: connection refused') : await observe(check, target);
    if (stopped) return;
    target.report({ name, ...result, updated_at: new Date().toISOString() });
    timer = setTimeout(
      () => void look(),
      result.status === 'passing' ? (parseGoDuration(check.interval) ?? 0) : IMPATIENT_MS,
    );
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

interface Observation {
  readonly status: 'passing' | 'critical';
  readonly output: string;
}

function failed(output: string): Observation {
  return { status: 'critical', output };
}

function observe(check: CheckConfig, target: CheckTarget): Promise<Observation> {
  return check.type === 'http' ? observeHttp(check, target) : observeTcp(check, target);
}

function observeTcp(check: CheckConfig, target: CheckTarget): Promise<Observation> {
  return new Promise((resolve) => {
    const socket = target.connect(check.port);
    socket.setTimeout(parseGoDuration(check.timeout) ?? 0, () => socket.destroy(new Error('connect: i/o timeout')));
    socket.on('error', (error) => resolve(failed(`connect: ${error.message}`)));
    socket.on('connect', () => {
      socket.destroy();
      resolve({ status: 'passing', output: 'Success' });
    });
  });
}

function observeHttp(check: CheckConfig, target: CheckTarget): Promise<Observation> {
  return new Promise((resolve) => {
    const request = http.request({
      createConnection: () => target.connect(check.port),
      method: check.method ?? 'GET',
      path: check.path ?? '/',
      headers: { host: 'localhost', 'user-agent': 'Consul Health Check', ...check.headers, connection: 'close' },
      timeout: parseGoDuration(check.timeout) ?? 0,
    });
    request.on('timeout', () => request.destroy(new Error('context deadline exceeded')));
    request.on('error', (error) => resolve(failed(`connect: ${error.message}`)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve(judge(response.statusCode ?? 0, Buffer.concat(chunks).toString().slice(0, 500))),
      );
    });
    request.end();
  });
}

/** Redirects are not followed and do not pass. */
function judge(status: number, body: string): Observation {
  return { status: status >= 200 && status < 300 ? 'passing' : 'critical', output: body };
}
