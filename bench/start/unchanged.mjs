// An unchanged run of deploy-app: its own time is the wall time without the time in which flyctl runs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureRounds, median, ratio, wallMs } from './rounds.mjs';
import { bundle } from './subjects.mjs';

const digest = `sha256:${'a'.repeat(64)}`;
const image = `registry.fly.io/shop@${digest}`;
const flyToml = 'app = "shop"\nprimary_region = "nrt"\n[http_service]\n  internal_port = 8080\n';
/** What each call of the scripted flyctl takes at least. */
const callSeconds = 0.03;

/** The answers of an app `shop` whose release 7 is live, in the shapes of flyctl 0.4.87. */
function answers(fingerprint) {
  const metadata = { fly_release_version: '7', fly_process_group: 'app', fly_platform_version: 'v2' };
  const image_ref = { registry: 'registry.fly.io', repository: 'shop', tag: 'seven', digest };
  const config = { image, metadata, env: { DEPLOYMENT_FINGERPRINT: fingerprint } };
  return {
    version: 'flyctl v0.4.87 linux/amd64 Commit: abc BuildDate: 2026-08-01',
    status: { Name: 'shop', Deployed: true, Hostname: 'shop.fly.dev' },
    releases: [{ Version: 7, Status: 'complete', ImageRef: image, CreatedAt: '2026-11-01' }],
    machine: [{ id: 'm1', name: 'one', state: 'started', region: 'nrt', image_ref, config, checks: [] }],
    secrets: [],
    ips: [
      { Address: '2a09::1', Type: 'v6' },
      { Address: '66.241.1.1', Type: 'shared_v4' },
    ],
    volumes: [],
  };
}

/**
 * A shell script, which starts in the shortest time, and writes down when it ran. Its own start lies before its first
 * line, so that it counts as time of the action.
 */
function script({ log, fingerprint }) {
  const cases = Object.entries(answers(fingerprint)).map(([command, answer]) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return `${command}) printf '%s\\n' '${text}' ;;`;
  });
  return [
    '#!/bin/bash',
    'LC_ALL=C; start=$EPOCHREALTIME; status=0',
    `sleep ${callSeconds}`,
    'case "$1" in',
    ...cases,
    '*) status=1 ;;',
    'esac',
    `printf '%s %s %s\\n' "$start" "$EPOCHREALTIME" "$*" >> '${log}'`,
    'exit "$status"',
  ].join('\n');
}

class Shop {
  constructor(folder) {
    this.folder = folder;
    this.log = join(folder, 'calls');
    for (const name of ['workspace', 'bin', 'temp']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'workspace/fly.toml'), flyToml);
    // The first run would deploy, and shows by what an unchanged run is known.
    this.live('none');
    this.run(process.execPath);
    const [, fingerprint] =
      /DEPLOYMENT_FINGERPRINT=(v1 image=\S+ config=\S+)/.exec(readFileSync(this.log, 'utf8')) ?? [];
    if (fingerprint === undefined) throw new Error('The first run of deploy-app did not deploy.');
    this.live(fingerprint);
  }

  live(fingerprint) {
    writeFileSync(join(this.folder, 'bin/flyctl'), script({ log: this.log, fingerprint }), { mode: 0o755 });
  }

  run(node, program = bundle('actions/deploy-app')) {
    writeFileSync(this.log, '');
    const outputs = join(this.folder, 'outputs');
    writeFileSync(outputs, '');
    const env = {
      PATH: `${join(this.folder, 'bin')}:/usr/bin:/bin`,
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_OUTPUT: outputs,
      RUNNER_TEMP: join(this.folder, 'temp'),
      'INPUT_MONITORED-APP': 'shop',
      'INPUT_FLY-API-TOKEN': 'fm2_abcdef',
      INPUT_IMAGE: image,
    };
    const cwd = join(this.folder, 'workspace');
    const result = wallMs(node, [program], { env: { ...env, GITHUB_WORKSPACE: cwd }, cwd });
    return { ...result, changed: !/changed<<\S+\nfalse\n/.test(readFileSync(outputs, 'utf8')) };
  }

  /** How long at least one flyctl ran. */
  childrenMs() {
    const lines = readFileSync(this.log, 'utf8').trim().split('\n');
    const spans = lines.map((line) => line.split(' ').slice(0, 2).map(Number)).sort(([a], [b]) => a - b);
    let [total, reached] = [0, 0];
    for (const [start, end] of spans) {
      total += Math.max(0, end - Math.max(start, reached));
      reached = Math.max(reached, end);
    }
    return { childrenMs: total * 1_000, calls: lines.length };
  }
}

const bareCalls = join(dirname(fileURLToPath(import.meta.url)), 'bare-calls.mjs');

/** Own time of an unchanged run against one call `flyctl version` of the real program. */
export function measureUnchanged(folder, { node, flyctl, rounds }) {
  const shop = new Shop(folder);
  let calls = 0;
  const ownMs = ({ elapsedMs, status, stdout }) => {
    if (status !== 0) throw new Error(`The run failed:\n${stdout}`);
    const children = shop.childrenMs();
    calls = children.calls;
    return elapsedMs - children.childrenMs;
  };
  const once = {
    own: () => {
      const run = shop.run(node);
      if (run.changed) throw new Error(`The run was not an unchanged one:\n${run.stdout}`);
      return ownMs(run);
    },
    bare: () => ownMs(shop.run(node, bareCalls)),
    flyctl: () => wallMs(flyctl, ['version'], { env: { PATH: '/nowhere', HOME: folder } }).elapsedMs,
    empty: () => wallMs(node, [join(folder, 'empty.mjs')], { env: { PATH: '/nowhere' } }).elapsedMs,
  };
  writeFileSync(join(folder, 'empty.mjs'), '');
  const times = measureRounds(Object.keys(once), { rounds, once: (name) => once[name]() });
  const toFlyctl = (name) => ratio(times.get(name), times.get('flyctl'));
  const figures = Object.keys(once).map((name) => [name, { ms: median(times.get(name)), toFlyctl: toFlyctl(name) }]);
  return { calls, ...Object.fromEntries(figures) };
}
