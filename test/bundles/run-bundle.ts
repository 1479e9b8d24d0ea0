import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface BundleRun {
  readonly exitCode: number | null;
  /** Standard output as the runner reads it. */
  readonly stdout: string;
  readonly stderr: string;
  /** The file behind GITHUB_OUTPUT, as written. */
  readonly outputs: string;
  readonly summary: string;
}

export interface BundleCall {
  /** The folder of the bundle, such as `actions/deploy-app`. */
  readonly unit: string;
  readonly args?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Folders before the system's in PATH. */
  readonly path?: readonly string[];
  readonly onStart?: (child: ChildProcess) => void;
  /** `slow`: reads nothing before the summary is written, which is the last thing an action does. */
  readonly reader?: 'slow';
}

function changeOf(file: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(file, () => {
      watcher.close();
      resolve();
    });
  });
}

/** A folder of its own for one run, with a workspace of some files. */
export class BundleWorld {
  readonly base = mkdtempSync(join(tmpdir(), 'bundle-run-'));
  readonly workspace = join(this.base, 'workspace');

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const folder of ['workspace', 'temp', 'tools', 'home']) mkdirSync(join(this.base, folder));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.workspace, name)), { recursive: true });
      writeFileSync(join(this.workspace, name), text);
    }
  }

  /** Runs a committed bundle as GitHub's runner does. */
  async run(call: BundleCall): Promise<BundleRun> {
    const [outputs, summary] = [join(this.base, 'output'), join(this.base, 'summary')];
    for (const file of [outputs, summary]) writeFileSync(file, '');
    const child = this.start(call, { GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary });
    call.onStart?.(child);
    if (call.reader === 'slow') await changeOf(summary);
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { exitCode, ...printed, outputs: readFileSync(outputs, 'utf8'), summary: readFileSync(summary, 'utf8') };
  }

  start(call: BundleCall, files: Readonly<Record<string, string>> = {}): ChildProcess {
    const inputs = Object.entries(call.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const env = {
      PATH: [...(call.path ?? []), '/usr/bin', '/bin'].join(':'),
      HOME: join(this.base, 'home'),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.workspace,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: '4f1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c',
      GITHUB_RUN_ID: '1',
      RUNNER_TEMP: join(this.base, 'temp'),
      RUNNER_TOOL_CACHE: join(this.base, 'tools'),
      ...files,
      ...Object.fromEntries(inputs),
      ...call.environment,
    };
    const bundle = join(process.cwd(), call.unit, 'dist/index.js');
    return spawn(process.execPath, [bundle, ...(call.args ?? [])], {
      cwd: this.workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}
