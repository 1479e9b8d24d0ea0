import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { type Fields, fieldsOf, tablesOf, textOf, textsOf } from './config/fields.js';

/** Stands before the real prometheus where machines share a host: DNS discovery becomes HTTP discovery, the port moves. */
function main(targetsUrl: string, args: readonly string[]): void {
  const real = findReal();
  const rewritten = args.map((arg) =>
    arg.startsWith('--config.file=') ? `--config.file=${rewrite(arg.slice('--config.file='.length), targetsUrl)}` : arg,
  );
  const kept = rewritten.filter((arg) => !arg.startsWith('--web.listen-address'));
  const child = spawn(real, [...kept, `--web.listen-address=127.0.0.1:${process.env['PORT'] ?? '9090'}`], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', () => process.exit(127));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** The next one of this name in PATH that this user may read; the name alone would start this shim again, without end. */
function findReal(): string {
  const folders = (process.env['PATH'] ?? '').split(':').slice(1);
  const inImage = path.join(process.env['FLY_STANDIN_ROOT'] ?? '', 'bin');
  const found = [inImage, ...folders].map((folder) => path.join(folder, 'prometheus')).find(isProgram);
  if (found !== undefined) return found;
  console.error(
    `No prometheus that user ${process.getuid?.() ?? '?'} may read is in ${[inImage, ...folders].join(':')}.`,
  );
  return process.exit(127);
}

function isProgram(file: string): boolean {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
}

function rewrite(file: string, targetsUrl: string): string {
  const config = fieldsOf(parse(readFileSync(file, 'utf8')));
  const folder = path.dirname(path.resolve(file));
  const jobs = tablesOf(config['scrape_configs']).map((job) => rewriteJob(job, targetsUrl));
  const rules = textsOf(config['rule_files']).map((rule) => path.resolve(folder, rule));
  const target = path.join(folder, 'prometheus.loopback.yml');
  writeFileSync(target, stringify({ ...config, scrape_configs: jobs, rule_files: rules }));
  return target;
}

function rewriteJob(job: Fields, targetsUrl: string): Fields {
  const { dns_sd_configs: dns, ...rest } = job;
  const lookups = tablesOf(dns).flatMap((table) =>
    textsOf(table['names']).map((name) => ({
      name,
      port: String(table['port']),
      refresh: textOf(table['refresh_interval']) ?? '5s',
    })),
  );
  const http = lookups.map(({ name, port, refresh }) => ({
    url: `${targetsUrl}?name=${name}&port=${port}`,
    refresh_interval: refresh,
  }));
  return http.length === 0 ? job : { ...rest, proxy_url: new URL(targetsUrl).origin, http_sd_configs: http };
}

const [targetsUrl = '', ...args] = process.argv.slice(2);
main(targetsUrl, args);
