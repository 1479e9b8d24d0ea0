import { setTimeout as pause } from 'node:timers/promises';
import type { Shape } from '../../conformance/shape.js';
import { standInDifferences } from './known-differences.js';
import type { Litter } from './litter.js';
import type { Answer, Expectation, Probe, Server, Step } from './probe.js';
import { answerProblems, type Verdict } from './verdict.js';
import { fill, fillAll, valueAt, type Words } from './words.js';

/** The newest major version that the probes were written for; a newer server is asked the same. */
const newestMajor = 13;

export interface Run {
  readonly server: Server;
  readonly litter: Litter;
  /** Begins the uid of everything that this probe makes. */
  readonly prefix: string;
}

export async function runProbe(run: Run, probe: Probe): Promise<Verdict> {
  const { server } = run;
  const why = obstacle(run, probe);
  if (why !== undefined) return { probe, server: server.name, kind: 'skipped', why };
  const end = probe.scene === undefined ? () => {} : server.prepare(probe.scene, run.prefix);
  if (typeof end === 'string') return { probe, server: server.name, kind: 'skipped', why: end };
  const problems = await runSteps(run, probe);
  end();
  const left = await run.litter.clear(server);
  return verdictOf(run, probe, [...problems, ...left]);
}

function verdictOf({ server }: Run, probe: Probe, problems: readonly string[]): Verdict {
  const known = server.isStandIn ? standInDifferences[probe.id] : undefined;
  const shared = { probe, server: server.name };
  if (known !== undefined && problems.length > 0) return { ...shared, kind: 'known', why: known, problems };
  if (known !== undefined) {
    return { ...shared, kind: 'failed', problems: ['it passes now; remove its line from known-differences.ts'] };
  }
  return problems.length === 0 ? { ...shared, kind: 'passed' } : { ...shared, kind: 'failed', problems };
}

function obstacle({ server }: Run, probe: Probe): string | undefined {
  const lacking = probe.steps.map(({ by = 'admin' }) => server.missing(by)).find((why) => why !== undefined);
  if (lacking !== undefined) return lacking;
  const wantsPrometheus = JSON.stringify(probe.steps).includes('{prometheus}');
  if (wantsPrometheus && server.prometheusUrl === undefined) return 'no Prometheus was named for it (--prometheus)';
  return versionObstacle(server, probe);
}

function versionObstacle(server: Server, { from, until }: Probe): string | undefined {
  if (from === undefined && until === undefined) return undefined;
  if (server.version === undefined) return 'the server hides its version, and versions differ in this';
  const major = Math.min(Number.parseInt(server.version, 10), newestMajor);
  const isMeant = major >= (from ?? 0) && major <= (until ?? newestMajor);
  if (isMeant) return undefined;
  return `it is of Grafana ${from === undefined ? '' : `from ${from} `}${until === undefined ? '' : `until ${until}`}`.trim();
}

/** All problems of the first step that has any: the later ones build on it. */
async function runSteps(run: Run, probe: Probe): Promise<readonly string[]> {
  let words: Words = { prefix: run.prefix, prometheus: run.server.prometheusUrl ?? '' };
  for (const [index, step] of probe.steps.entries()) {
    const { answer, problems } = await runStep(run, step, words);
    if (problems.length > 0) return problems.map((one) => `step ${index + 1}, ${step.ask}: ${one}`);
    const kept = keptFrom(step, answer);
    if (typeof kept === 'string') return [`step ${index + 1}, ${step.ask}: ${kept}`];
    words = { ...words, ...kept };
  }
  return [];
}

const eventualTries = 20;
const eventualPauseMs = 500;

async function runStep(run: Run, step: Step, words: Words): Promise<{ answer: Answer; problems: readonly string[] }> {
  for (let tries = 1; ; tries++) {
    const answer = await askStep(run, step, words);
    const problems = answerProblems(filled(step.expect, words), answer);
    const isLast = step.isEventual !== true || tries === eventualTries || run.server.isStandIn;
    if (problems.length === 0 || isLast) return { answer, problems };
    await pause(eventualPauseMs);
  }
}

function filled(expected: Expectation, words: Words): Expectation {
  return { ...expected, body: fillAll(expected.body, words) as Shape };
}

async function askStep({ server, litter }: Run, step: Step, words: Words): Promise<Answer> {
  const [method = 'GET', path = '/'] = fill(step.ask, words).split(' ');
  const headers = Object.fromEntries(
    Object.entries(step.headers ?? {}).map(([name, value]) => [name, fill(value, words)]),
  );
  const exchange = { method, path, body: fillAll(step.body, words), headers, by: step.by ?? 'admin' };
  litter.noteSent(exchange);
  const answer = await server.ask(exchange);
  litter.noteAnswered(exchange, answer);
  return answer;
}

function keptFrom({ keep = {} }: Step, { text }: Answer): Words | string {
  const body: unknown = Object.keys(keep).length === 0 ? undefined : JSON.parse(text);
  const found = Object.entries(keep).map(([name, path]) => [name, valueAt(body, path)] as const);
  const missing = found.find(([, value]) => value === undefined);
  if (missing !== undefined) return `the answer has nothing at ${String(keep[missing[0]])}`;
  return Object.fromEntries(found.map(([name, value]) => [name, value ?? '']));
}
