import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Probe } from '../probe.js';

/** As the suite calls flyctl: no prompts, no updates, no telemetry, no colours. */
export const quietEnvironment: Readonly<Record<string, string>> = {
  CI: 'true',
  NO_COLOR: '1',
  FLY_NO_UPDATE_CHECK: '1',
  FLY_NO_INCIDENTS_CHECK: '1',
  FLY_SEND_METRICS: '0',
  FLY_SYNTHETICS_AGENT: '0',
};

/** By which a real flyctl asks the answerer for everything, and keeps its files in this folder. */
export function answeredEnvironment(folder: string, url: string): Words {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    FLY_CONFIG_DIR: path.join(folder, '.fly'),
    FLY_API_BASE_URL: url,
    FLY_FLAPS_BASE_URL: url,
    FLY_UIEX_BASE_URL: url,
    FLY_METRICS_BASE_URL: url,
    FLY_SYNTHETICS_BASE_URL: url,
    FLY_REGISTRY_HOST: new URL(url).host,
    // Feature flags and crash reports have fixed addresses; nothing leaves this computer.
    HTTPS_PROXY: 'http://127.0.0.1:9',
  };
}

export type Words = Readonly<Record<string, string>>;

/** Puts what a judge has prepared in the place of `{word}`. */
export function filled(text: string, words: Words): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, word: string) => words[word] ?? whole);
}

export function environmentOf(probe: Probe, base: Words, words: Words): Record<string, string> {
  const environment: Record<string, string> = { ...base };
  for (const [name, value] of Object.entries(probe.env ?? {})) {
    if (value === null) delete environment[name];
    else environment[name] = filled(value, words);
  }
  return environment;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const dayMs = 86_400_000;

/** What `flyctl auth login` leaves behind, of now and of 31 days ago. */
export function writeSessions(folder: string, token: string): Words {
  const session = path.join(folder, 'session');
  const old = path.join(folder, 'old-session');
  for (const [place, ageMs] of [
    [session, 0],
    [old, 31 * dayMs],
  ] as const) {
    const login = new Date(Date.now() - ageMs).toISOString();
    writeFiles(place, { 'config.yml': `access_token: ${token}\nlast_login: ${login}\n` });
  }
  return { session, 'old-session': old };
}
