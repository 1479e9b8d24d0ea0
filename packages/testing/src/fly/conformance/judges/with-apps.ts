import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shapedToken } from '../macaroon.js';
import type { Judge, JudgeName, Probe, RunResult, Scene } from '../probe.js';
import {
  type AppRunner,
  createEmptyApp,
  createLiveApp,
  destroyApps,
  type LiveApp,
  projectFiles,
  readSecrets,
} from './apps.js';
import { environmentOf, filled, quietEnvironment, type Words, writeFiles, writeSessions } from './environment.js';
import { runChild } from './run-child.js';

export interface AppsJudgeOptions {
  readonly name: JudgeName;
  readonly flyctl: string;
  /** With a token and, for the stand-in, the way to its apps. */
  readonly environment: Words;
  readonly token: string;
  /** Created for the probes and destroyed after them; others are named after it. */
  readonly app: string;
  readonly org: string;
  readonly obstacles: Readonly<Partial<Record<Scene, string>>>;
  /** Around each run; the stand-in is told what to do wrong there. */
  readonly around?: (scene: Scene, run: () => Promise<RunResult>) => Promise<RunResult>;
  /** When flyctl, started with these words, is at work. */
  readonly atWork?: (argv: readonly string[]) => Promise<void>;
}

/** A flyctl and apps of its own, made by flyctl itself when the first probe needs them. */
export function appsJudge(options: AppsJudgeOptions): Judge {
  const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'));
  const stage = new Stage(options, folder);
  return {
    name: options.name,
    atOnce: 1,
    obstacle: ({ scene, signal }) =>
      signal !== undefined && options.atWork === undefined
        ? 'nothing shows when it is at work'
        : options.obstacles[scene],
    run: (probe) => stage.run(probe),
    close: async () => {
      await stage.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const needsLiveApp: ReadonlySet<Scene> = new Set([
  'live-app',
  'no-answer',
  'unhealthy-app',
  'crashing-app',
  'lease-held',
]);

class Stage {
  readonly #options: AppsJudgeOptions;
  readonly #folder: string;
  readonly #runner: AppRunner;
  readonly #base: Words;
  #live: Promise<LiveApp> | undefined;
  #empty: Promise<void> | undefined;
  #count = 0;

  constructor(options: AppsJudgeOptions, folder: string) {
    this.#options = options;
    this.#folder = folder;
    this.#base = {
      FLY_CONFIG_DIR: path.join(folder, 'config'),
      HOME: folder,
      ...options.environment,
      ...quietEnvironment,
    };
    const projectFolder = path.join(folder, 'app');
    writeFiles(projectFolder, projectFiles);
    this.#runner = {
      app: options.app,
      org: options.org,
      projectFolder,
      run: (argv, stdin = '') => this.#child({ argv, stdin, env: this.#base, timeoutMs: 900_000 }),
    };
  }

  async run(probe: Probe): Promise<RunResult> {
    const words = await this.#wordsFor(probe);
    const argv = probe.argv.map((word) => filled(word, words));
    const base = probe.scene === 'token-refused' ? { ...this.#base, FLY_API_TOKEN: shapedToken('nobody') } : this.#base;
    const env = environmentOf(probe, base, words);
    const around = this.#options.around ?? ((_scene, run) => run());
    const result = await around(probe.scene, () =>
      this.#child({ argv, stdin: filled(probe.stdin ?? '', words), env, interrupted: probe.signal !== undefined }),
    );
    return probe.expect.sentSecrets === undefined ? result : { ...result, sentSecrets: await this.#secrets(probe) };
  }

  async clear(): Promise<void> {
    const { app } = this.#options;
    await destroyApps(this.#runner, [app, `${app}-empty`, `${app}-new`]);
  }

  async #wordsFor({ argv, scene, files }: Probe): Promise<Words> {
    const { app, token } = this.#options;
    this.#count += 1;
    const folder = path.join(this.#folder, `probe-${this.#count}`);
    writeFiles(folder, files ?? {});
    const common = {
      token,
      folder,
      org: this.#options.org,
      'other-token': shapedToken('second'),
      'new-app': `${app}-new`,
    };
    const sessions = writeSessions(folder, token);
    if (scene === 'empty-app') await this.#emptyApp();
    const live =
      needsLiveApp.has(scene) || argv.includes('{image}')
        ? await this.#liveApp()
        : { machine: '1781973c03d789', image: 'nginx' };
    const suffix = scene === 'empty-app' ? '-empty' : scene === 'no-app' ? '-nobody' : '';
    return { ...common, ...sessions, ...live, app: `${app}${suffix}` };
  }

  #liveApp(): Promise<LiveApp> {
    this.#live ??= createLiveApp(this.#runner);
    return this.#live;
  }

  #emptyApp(): Promise<void> {
    this.#empty ??= createEmptyApp(this.#runner, `${this.#options.app}-empty`);
    return this.#empty;
  }

  async #secrets({ expect }: Probe): Promise<Readonly<Record<string, string | null>>> {
    return readSecrets(this.#runner, (await this.#liveApp()).machine, Object.keys(expect.sentSecrets ?? {}));
  }

  #child(order: {
    readonly argv: readonly string[];
    readonly stdin: string;
    readonly env: Words;
    readonly interrupted?: boolean;
    readonly timeoutMs?: number;
  }): Promise<RunResult> {
    const { argv, stdin, env, interrupted, timeoutMs } = order;
    const when = interrupted === true ? this.#options.atWork?.(argv) : undefined;
    return runChild({
      file: this.#options.flyctl,
      argv,
      env,
      cwd: this.#folder,
      stdin,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      signal: when === undefined ? undefined : { name: 'SIGINT', when },
    });
  }
}
