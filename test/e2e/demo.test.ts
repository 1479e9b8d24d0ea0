import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, describe, expect, test } from '@jest/globals';

const minutes = 60_000;
/** Short: sockets lie in it, and their paths have a limit. */
const folder = mkdtempSync(join(tmpdir(), 'demo-'));
// Prometheus runs as nobody, who has to get there.
chmodSync(folder, 0o755);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface DemoRun {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Resolves when the text was printed. */
  said(text: string): Promise<void>;
}

/** The demo as `npm run demo` starts it once everything is compiled. */
function startDemo(args: readonly string[] = []): DemoRun {
  const { GRAFANA_URL: _url, GRAFANA_API_KEY: _key, ...rest } = process.env;
  const env = { ...rest, TMPDIR: folder };
  const child = spawn(process.execPath, ['packages/demo/lib/main.js', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting: { readonly text: string; readonly resolve: () => void }[] = [];
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const { text, resolve } of waiting) if (output.includes(text)) resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return {
    child,
    output: () => output,
    ended: new Promise((resolve) => child.once('close', resolve)),
    said: (text) => new Promise((resolve) => waiting.push({ text, resolve })),
  };
}

/** Everything the demo makes lies below its own temporary folder: what is still there, and whose command line names it. */
function leftBehind(): readonly string[] {
  const commands = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLine(pid));
  return [...readdirSync(folder), ...commands.filter((command) => command.includes(folder))];
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

engineOrSkip(describe, ['prometheus-3', 'promtool-3', 'nats-server'])('the demo', () => {
  test(
    'is green where namespaces are not allowed too, shows every panel filled, and leaves nothing behind',
    async () => {
      const demo = startDemo(['--network', 'loopback']);
      const code = await demo.ended;
      expect({ code, output: code === 0 ? '' : demo.output() }).toEqual({ code: 0, output: '' });
      expect(demo.output()).toContain('without network namespaces: machines are processes on 127.0.0.1');
      expect(demo.output()).toContain('Green: every service is seen');
      expect(demo.output()).toContain('Stand-ins, built from the sources of the real ones: Fly.io');
      expect(demo.output()).toContain('flyctl (stand-in) | --> Building image with Depot');
      expect(demo.output()).toMatch(/dashboards Grafana \(stand-in\) \d/);
      expect(demo.output()).not.toMatch(/flyctl \||dashboards Grafana \d/);
      expect(demo.output()).toMatch(/datasource +pass .*fechatter-monitoring.*8 of 8 targets/);
      expect(demo.output()).toMatch(/Verdict: pass, 8 of 8 targets up/);
      expect(leftBehind()).toEqual([]);
    },
    3 * minutes,
  );

  test(
    'cleans up when it is interrupted in the middle of a deploy',
    async () => {
      const demo = startDemo();
      await demo.said('deploy fechatter: first deploy');
      demo.child.kill('SIGINT');
      expect(await demo.ended).toBe(130);
      expect(demo.output()).toContain('nothing is left behind');
      expect(leftBehind()).toEqual([]);
    },
    2 * minutes,
  );

  test('says which words it takes for a network', async () => {
    const demo = startDemo(['--network', 'wifi']);
    expect(await demo.ended).toBe(1);
    expect(demo.output()).toContain('--network is "wifi"; it must be auto, namespaces or loopback.');
  });
});
