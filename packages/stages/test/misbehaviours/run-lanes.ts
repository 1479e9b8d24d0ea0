import { join } from 'node:path';
import { errorReport, diskFiles as files, type StageReport, toSuiteError } from '@fly-monitoring/kit';
import type { AppSnapshot } from '@fly-monitoring/testing/fly';
import { deployApp } from '../../src/deploy-app/stage.js';
import { type FlyWorld, flyWorld, type RunOptions } from '../fly-world.js';
import { dockerfile, server } from './apps.js';
import type { Lane, Row } from './row.js';
import type { StateKind } from './state-kind.js';
import { type Arranged, arrange, type Place } from './states.js';

/** What a row has come to. */
export interface Seen {
  readonly app: string;
  readonly report: StageReport;
  /** Of the error; empty for a success. */
  readonly message: string;
  readonly hint: string;
  readonly log: string;
  /** First words of each flyctl that asked about the app. */
  readonly asked: readonly string[];
  readonly deploys: number;
  readonly before: AppSnapshot | undefined;
  readonly after: AppSnapshot | undefined;
  /** The same run once more, with a Fly that behaves; undefined where a later row does that. */
  readonly again: StageReport | undefined;
}

/** The pauses of the stage are for a real Fly; the stand-in is this many times faster. */
const usualSpeed = 25;
/** For flyctl as real time, which a busy computer may need; for what the stage itself waits for, so much faster. */
const usualWait = '100s';

/** Tries the rows of all lanes on one Fly; the rows of a lane one after the other. */
export async function runLanes(lanes: readonly Lane[]): Promise<ReadonlyMap<Row, Seen>> {
  const workspace = await files.makeTemporaryFolder();
  await files.writeText(join(workspace, 'Dockerfile'), dockerfile);
  await files.writeText(join(workspace, 'server.mjs'), server);
  const world = await flyWorld(workspace, {
    images: { 'from:node': { paths: { '/usr/local/bin/node': process.execPath } } },
    flyctl: 'called',
    // Nothing here looks into the private network, whose namespaces cost most of the time of a start.
    network: 'loopback',
  });
  try {
    const seen = await Promise.all(lanes.map((lane) => runLane({ world, workspace, lane })));
    return new Map(seen.flat());
  } finally {
    await world.fly.stop();
    await files.removeFolder(workspace);
  }
}

async function runLane(place: Place): Promise<readonly (readonly [Row, Seen])[]> {
  const { world, lane } = place;
  const seen: (readonly [Row, Seen])[] = [];
  await makeApp(place);
  for (const [index, row] of lane.rows.entries()) {
    const result = await tryRow({ ...place, row });
    await world.fly.behave(lane.app);
    const isRerun = lane.reruns === 'each' || index === lane.rows.length - 1;
    seen.push([row, { ...result, again: isRerun ? await deploy(world, lane.app, row) : undefined }]);
  }
  return seen;
}

async function makeApp({ world, workspace, lane }: Place): Promise<void> {
  const { app, toml, isDeployed } = lane;
  await files.writeText(join(workspace, `${app}.toml`), `app = "${app}"\nprimary_region = "nrt"\n${toml}`);
  if (!isDeployed) return;
  const report = await deploy(world, app, {});
  if (report.conclusion !== 'success') throw new Error(`${app} could not be made: ${JSON.stringify(report)}`);
}

interface Deploying extends Partial<Pick<Row, 'given' | 'speed'>>, Pick<RunOptions, 'environment'> {
  /** Called with the first words of each command. */
  readonly before?: (words: string) => Promise<void>;
}

type Ran = Awaited<ReturnType<FlyWorld['run']>>;

async function deploy(
  world: FlyWorld,
  app: string,
  { given = {}, speed, environment = {}, before }: Deploying,
): Promise<Ran & { readonly hint: string; readonly message: string }> {
  const inputs = { config: `${app}.toml`, 'wait-timeout': usualWait, create: 'true', org: 'personal', ...given };
  const beforeCommand = async ({ args }: { readonly args: readonly string[] }) => before?.(args.slice(0, 2).join(' '));
  try {
    const times = { speed: speed ?? usualSpeed, limitSpeed: speed ?? 1 };
    const report = await world.run(deployApp, inputs, { beforeCommand, environment, ...times });
    const [message = '', hint = ''] = (report.annotations[0]?.message ?? '').split(/\nNext: (?=[^\n]*$)/);
    return { ...report, message: report.conclusion === 'success' ? '' : message, hint };
  } catch (thrown) {
    const error = toSuiteError(thrown);
    return { ...errorReport(error), message: error.message, hint: error.hint };
  }
}

interface Tried extends Place {
  readonly row: Row;
}

async function tryRow(tried: Tried): Promise<Omit<Seen, 'again'>> {
  const { world, lane, row } = tried;
  const { app } = lane;
  const { mend, ...found } = await begin(tried);
  const before = (await world.fly.state()).apps[app];
  const callsBefore = (await world.fly.calls(app)).length;
  const report = await deploy(world, app, { ...row, ...found });
  const calls = (await world.fly.calls(app)).slice(callsBefore);
  const after = (await world.fly.state()).apps[app];
  await mend();
  const deploys = calls.filter(({ argv }) => argv[0] === 'deploy');
  return {
    app,
    report,
    message: report.message,
    hint: report.hint,
    log: [...report.lines, ...deploys.map(({ output }) => output)].join('\n'),
    asked: calls.map(({ argv }) => argv.slice(0, 2).join(' ')),
    deploys: deploys.length,
    before,
    after,
  };
}

/** What is wrong from the start, and what goes wrong later. */
async function begin({ row, ...place }: Tried): Promise<Arranged & Pick<Deploying, 'before'>> {
  const { kind, from } = row;
  if (isState(kind)) return arrange[kind](place);
  const kinds = [kind, ...(row.with ?? [])];
  let isOn = false;
  const before = async (words: string) => {
    if (isOn || !words.startsWith(from ?? '')) return;
    isOn = true;
    for (const one of kinds) await place.world.fly.misbehave({ kind: one, app: place.lane.app, times: row.times ?? 1 });
  };
  if (from === undefined) await before('');
  return { before, mend: async () => {} };
}

function isState(kind: Row['kind']): kind is StateKind {
  return Object.hasOwn(arrange, kind);
}
