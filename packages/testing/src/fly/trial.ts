import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Fly, type FlyOptions, startFly } from './start-fly.js';

/** The suite's own tests: a platform, small projects to deploy, and flyctl as a child process. */
export interface Trial {
  readonly fly: Fly;
  /** Writes files into a folder of its own and gives the folder. */
  project(files: Readonly<Record<string, string>>): string;
  flyctl(args: readonly string[], options?: FlyctlOptions): Promise<FlyctlResult>;
  /** Runs flyctl, expects it to succeed, and reads what it printed. */
  json(args: readonly string[], options?: FlyctlOptions): Promise<unknown>;
  start(args: readonly string[], options?: FlyctlOptions): ChildProcess;
  stop(): Promise<void>;
}

export interface FlyctlOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface FlyctlResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function startTrial(options: Partial<FlyOptions> = {}): Promise<Trial> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fly-trial-'));
  const fly = await startFly({ images: { Dockerfile: {} }, ...options });
  let projects = 0;
  const start = (args: readonly string[], given: FlyctlOptions = {}) =>
    spawn('flyctl', args, { cwd: given.cwd ?? folder, env: { ...fly.environment, ...given.env }, stdio: 'pipe' });
  const flyctl = (args: readonly string[], given: FlyctlOptions = {}) => finish(start(args, given), given.input ?? '');
  return {
    fly,
    start,
    flyctl,
    project: (files) => {
      projects += 1;
      return writeProject(path.join(folder, `project-${projects}`), files);
    },
    json: async (args, given) => {
      const result = await flyctl(args, given);
      if (result.code !== 0)
        throw new Error(`flyctl ${args.join(' ')} exited with ${String(result.code)}: ${result.stderr}`);
      return JSON.parse(result.stdout);
    },
    stop: async () => {
      await fly.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeProject(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

export function finish(child: ChildProcess, input: string): Promise<FlyctlResult> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Answers every request with what it was and where it went; other behaviour is asked for by environment. */
export const ECHO_SERVICE = `import http from 'node:http';
import fs from 'node:fs';
const { env } = process;
const started = Date.now();
const server = http.createServer((request, response) => {
  if (request.url === '/exit') { response.end(); process.exit(Number(env.EXIT_CODE ?? 1)); }
  if (request.url === '/late' && Date.now() - started < 700) { response.statusCode = 500; }
  const volume = env.VOLUME && fs.readdirSync(env.VOLUME);
  response.end(JSON.stringify({ url: request.url, headers: request.headers, env, uid: process.getuid(), argv: process.argv.slice(2), cwd: process.cwd(), volume, version: env.VERSION }));
});
server.on('upgrade', (request, socket) => { socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: echo\\r\\nConnection: Upgrade\\r\\n\\r\\n'); socket.pipe(socket); });
if (env.VOLUME) fs.writeFileSync(env.VOLUME + '/' + env.FLY_MACHINE_VERSION, String(fs.statSync(env.VOLUME).uid));
if (env.CRASH) process.exit(7);
server.listen(8080, env.HOST ?? '::', () => console.log('listening'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log('got ' + signal); if (!env.STUBBORN) process.exit(0); });
`;

export const ECHO_DOCKERFILE = `FROM node:20
WORKDIR /app
COPY service.mjs ./
USER node
CMD ["node", "service.mjs"]
`;

/** A project that echoes; \`toml\` follows the app's name and region. */
export function echoProject(trial: Trial, app: string, toml: string): string {
  return trial.project({
    Dockerfile: ECHO_DOCKERFILE,
    'service.mjs': ECHO_SERVICE,
    'fly.toml': `app = "${app}"\nprimary_region = "nrt"\n${toml}`,
  });
}

/** Looks until the answer satisfies, at most ten seconds. */
export async function eventually<Value>(
  look: () => Promise<Value>,
  satisfies: (value: Value) => boolean,
): Promise<Value> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await look();
    if (satisfies(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after 10 s`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}
