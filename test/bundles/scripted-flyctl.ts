import { chmodSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the script does at a command, named by the first words behind `flyctl`. */
export type FlyctlAct =
  | { readonly kind: 'answers'; readonly stdout: string; readonly stderr?: string; readonly exitCode?: number }
  /** Waits for SIGINT and ends so then; without `exitCode` it takes no notice. */
  | { readonly kind: 'hangs'; readonly exitCode?: number; readonly stderr?: string };

export interface FlyctlCall {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ScriptedFlyctl {
  /** For PATH. */
  readonly folder: string;
  /** Resolves once a command hangs. */
  readonly hangs: Promise<void>;
  calls(): readonly FlyctlCall[];
}

const digest = `sha256:${'a'.repeat(64)}`;
const metadata = { fly_release_version: '7', fly_process_group: 'app', fly_platform_version: 'v2' };
const image_ref = { registry: 'registry.fly.io', repository: 'shop', tag: 'seven', digest };

/** The JSON of an app `shop` whose release 7 is live, in the shapes of fly-go's types (facts of flyctl 0.4.87). */
export const shopLive: Readonly<Record<string, FlyctlAct>> = {
  version: answer('flyctl v0.4.87 linux/amd64 Commit: abc BuildDate: 2026-08-01'),
  status: json({ Name: 'shop', Deployed: true, Hostname: 'shop.fly.dev' }),
  releases: json([{ Version: 7, Status: 'complete', ImageRef: 'registry.fly.io/shop:seven', CreatedAt: '2026-11-01' }]),
  'machine list': json([
    { id: 'm1', name: 'one', state: 'started', region: 'nrt', image_ref, config: { image: 'x', metadata }, checks: [] },
  ]),
  'secrets list': json([]),
  'ips list': json([
    { Address: '2a09::1', Type: 'v6' },
    { Address: '66.241.1.1', Type: 'shared_v4' },
  ]),
  'volumes list': json([]),
  'secrets import': answer(''),
  deploy: answer('{"id":"x","version":8,"image_ref":"registry.fly.io/shop:eight"}'),
};

function answer(stdout: string): FlyctlAct {
  return { kind: 'answers', stdout };
}

function json(value: unknown): FlyctlAct {
  return answer(JSON.stringify(value));
}

/** A program `flyctl` that plays a part and writes down how it was called; for what no platform can be made to do. */
export function scriptFlyctl(base: string, acts: Readonly<Record<string, FlyctlAct>>): ScriptedFlyctl {
  const folder = join(base, 'bin');
  const calls = join(base, 'calls.jsonl');
  mkdirSync(folder);
  writeFileSync(calls, '');
  writeFileSync(join(folder, 'flyctl'), program({ calls, hanging: join(base, 'hanging') }, acts));
  chmodSync(join(folder, 'flyctl'), 0o755);
  const parse = (line: string): FlyctlCall => JSON.parse(line);
  return {
    folder,
    hangs: appearanceOf(base, 'hanging'),
    calls: () => readFileSync(calls, 'utf8').split('\n').filter(Boolean).map(parse),
  };
}

function appearanceOf(folder: string, file: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_, name) => {
      if (name !== file) return;
      watcher.close();
      resolve();
    });
    watcher.unref();
  });
}

interface Traces {
  readonly calls: string;
  readonly hanging: string;
}

function program({ calls, hanging }: Traces, acts: Readonly<Record<string, FlyctlAct>>): string {
  return `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs');
const argv = process.argv.slice(2);
const act = Object.entries(${JSON.stringify(acts)}).find(([words]) => argv.join(' ').startsWith(words))?.[1];
appendFileSync(${JSON.stringify(calls)}, JSON.stringify({ argv, env: process.env }) + '\\n');
if (act === undefined) { console.error('Error: unknown command ' + argv.join(' ')); process.exit(1); }
if (act.kind === 'answers') {
  if (act.stderr) process.stderr.write(act.stderr);
  process.stdout.write(act.stdout + '\\n');
  process.exitCode = act.exitCode ?? 0;
} else {
  process.on('SIGINT', () => {
    if (act.exitCode === undefined) return;
    process.stderr.write(act.stderr ?? '');
    process.exit(act.exitCode);
  });
  process.on('SIGTERM', () => {});
  writeFileSync(${JSON.stringify(hanging)}, '');
  setInterval(() => {}, 1_000);
}
`;
}
