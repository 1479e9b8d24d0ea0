import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImageTable } from './build/registered-image.js';
import { makeCertificate } from './certificate.js';
import { startCompanion } from './companion.js';
import { type RemoteClient, remoteClient } from './control-client.js';
import type { BridgeOrder } from './host-bridge-main.js';
import { detectIsolation, platformCommand } from './isolation.js';
import { BRIDGE_MAIN, FLYCTL_MAIN, PLATFORM_MAIN } from './places.js';
import { CONTROL_SOCKET, type Isolation, type StartOrder } from './platform/start-order.js';
import type { IssuedToken } from './platform/tokens.js';

export interface FlyOptions {
  /** What Dockerfiles stand for; see ImageTable. */
  readonly images: ImageTable;
  /** The organisation's slug; "personal" (the default) is one that `apps create` finds by itself. */
  readonly org?: string;
  /** Tokens besides the organisation's own, which is always there. */
  readonly tokens?: readonly IssuedToken[];
  /** App names that somebody else has. */
  readonly foreignApps?: readonly string[];
  /** Servers that machines may call: "name:port" as they say it → "host:port" on this computer. */
  readonly outside?: Readonly<Record<string, string>>;
  /** auto takes namespaces where the computer allows them. */
  readonly network?: 'namespaces' | 'loopback' | 'auto';
  /** Kept after stop() when given; its path has to be short, sockets live in it. */
  readonly stateDir?: string;
}

export interface Fly extends RemoteClient {
  /** For child processes: PATH with flyctl first, a valid token, the way to https://<app>.fly.dev. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same without a token, and with a session of `flyctl auth login` in FLY_CONFIG_DIR. */
  readonly sessionEnvironment: Readonly<Record<string, string>>;
  readonly token: string;
  readonly network: 'namespaces' | 'loopback';
  /** Whether machines run as the user their image names; only a real root can become somebody else. */
  readonly honoursUsers: boolean;
  /** The proxy that leads to the apps, and the certificate its sites show. */
  readonly edge: { readonly url: string; readonly certificateFile: string };
  readonly stateDir: string;
  stop(): Promise<void>;
}

/** Starts a Fly.io of one's own. It ends with stop(), and with the process that started it. */
export async function startFly(options: FlyOptions): Promise<Fly> {
  if (!existsSync(PLATFORM_MAIN))
    throw new Error('The Fly stand-in is not compiled: run "npx tsc -b packages/testing".');
  const isolation = chooseIsolation(options.network ?? 'auto');
  const stateDir = options.stateDir ?? mkdtempSync(path.join(tmpdir(), 'fly-'));
  mkdirSync(stateDir, { recursive: true });
  const token = `FlyV1 fm2_${randomBytes(24).toString('base64url')}`;
  const order = await startOrder(options, { stateDir, isolation, token });
  const bridgeOrder: BridgeOrder = { folder: stateDir, outside: options.outside ?? {} };
  const [platform, bridge] = await Promise.all([
    startCompanion(platformCommand(isolation, PLATFORM_MAIN), order),
    startCompanion({ file: process.execPath, args: [BRIDGE_MAIN] }, bridgeOrder),
  ]);
  const certificateFile = writeHostFiles(stateDir, order);
  const environment = hostEnvironment({ stateDir, token, proxy: bridge.answer, certificateFile });
  return {
    ...remoteClient(stateDir),
    environment,
    sessionEnvironment: sessionEnvironment(environment, { stateDir, token }),
    token,
    network: isolation === 'none' ? 'loopback' : 'namespaces',
    honoursUsers: isolation === 'root',
    edge: { url: bridge.answer, certificateFile },
    stateDir,
    stop: async () => {
      await Promise.all([bridge.end(), platform.end()]);
      if (options.stateDir === undefined) rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

function chooseIsolation(network: 'namespaces' | 'loopback' | 'auto'): Isolation {
  const found = network === 'loopback' ? 'none' : detectIsolation();
  if (network === 'namespaces' && found === 'none')
    throw new Error('This computer allows no network namespaces (unshare -n); use network: "auto".');
  return found;
}

async function startOrder(
  options: FlyOptions,
  made: { stateDir: string; isolation: Isolation; token: string },
): Promise<StartOrder> {
  return {
    folder: made.stateDir,
    isolation: made.isolation,
    org: options.org ?? 'personal',
    images: options.images,
    tokens: [{ token: made.token, scope: 'org' }, ...(options.tokens ?? [])],
    foreignApps: options.foreignApps ?? [],
    outside: Object.keys(options.outside ?? {}),
    certificate: await makeCertificate(),
    removesFolder: options.stateDir === undefined,
  };
}

/** The executable knows its socket by itself, so that it works in an environment somebody has cleared. */
function writeHostFiles(stateDir: string, order: StartOrder): string {
  const bin = path.join(stateDir, 'bin');
  mkdirSync(bin, { recursive: true });
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const words = [process.execPath, FLYCTL_MAIN, path.join(stateDir, CONTROL_SOCKET)].map(quote).join(' ');
  writeFileSync(path.join(bin, 'flyctl'), `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(path.join(bin, 'flyctl'), 0o755);
  if (!existsSync(path.join(bin, 'fly'))) symlinkSync('flyctl', path.join(bin, 'fly'));
  const certificateFile = path.join(stateDir, 'ca.pem');
  writeFileSync(certificateFile, order.certificate.cert);
  return certificateFile;
}

function hostEnvironment(made: {
  stateDir: string;
  token: string;
  proxy: string;
  certificateFile: string;
}): Record<string, string> {
  const configDir = path.join(made.stateDir, 'config');
  mkdirSync(configDir, { recursive: true });
  return {
    PATH: `${path.join(made.stateDir, 'bin')}:${process.env['PATH'] ?? ''}`,
    FLY_API_TOKEN: made.token,
    FLY_CONFIG_DIR: configDir,
    HTTPS_PROXY: made.proxy,
    NO_PROXY: '127.0.0.1,localhost,::1',
    NODE_EXTRA_CA_CERTS: made.certificateFile,
  };
}

function sessionEnvironment(
  environment: Readonly<Record<string, string>>,
  made: { stateDir: string; token: string },
): Record<string, string> {
  const configDir = path.join(made.stateDir, 'session');
  mkdirSync(configDir, { recursive: true });
  const session = `access_token: ${made.token}\nlast_login: ${new Date().toISOString()}\n`;
  writeFileSync(path.join(configDir, 'config.yml'), session, { mode: 0o600 });
  const { FLY_API_TOKEN: _token, ...rest } = environment;
  return { ...rest, FLY_CONFIG_DIR: configDir };
}
