import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMachineFolder, EntrypointRun, monitoringFolder, removeMachineFolder } from './entrypoint-run.js';

/** bcrypt of "s3cret" */
export const passwordHash = '$2b$10$z9n0ea/cMhU9W4.OmqCB0e979eMn5TCrPoaPbZ9IFdSzuWB6kpsN.';
export const basicAuth = `admin:${passwordHash}`;
export const login = 'admin:s3cret';
export const apiKey = 'glc_do-not-show-me';
export const testTimeoutMs = 120_000;
export const nobody = 65_534;
export const isRoot = process.getuid?.() === 0;

export interface PrometheusLine {
  readonly prometheus: string;
  readonly promtool: string;
}

/** A machine with an empty volume, on which the entrypoint can be started again and again. */
export class TestMachine {
  readonly folder = createMachineFolder();
  readonly #running: EntrypointRun[] = [];

  async start(
    line: PrometheusLine,
    environment: Readonly<Record<string, string>>,
    command?: readonly string[],
  ): Promise<EntrypointRun> {
    const plan = { folder: this.folder, ...line, environment };
    const run = await EntrypointRun.start(command ? { ...plan, command } : plan);
    this.#running.push(run);
    return run;
  }

  /** The product's rules, and one job that scrapes `port` each second. */
  writeConfig(port: number): string {
    const image = join(this.folder, 'image');
    mkdirSync(image);
    cpSync(join(monitoringFolder, 'rules'), join(image, 'rules'), { recursive: true });
    const path = join(image, 'prometheus.yml');
    writeFileSync(
      path,
      `global: { scrape_interval: 1s, external_labels: { monitor: test } }
rule_files: [rules/*.yml]
scrape_configs:
  - job_name: service
    authorization: { type: Bearer, credentials_file: secrets/metrics-token }
    static_configs: [{ targets: ['127.0.0.1:${port}'] }]`,
    );
    return path;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#running.map((run) => run.stop('SIGKILL')));
    removeMachineFolder(this.folder);
  }
}
