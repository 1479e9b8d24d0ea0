import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { machine, mailMachine, verify } from '../test/verify.js';
import { type FakeTarget, says, type World, worldStart } from '../test/world.js';

const intervalSeconds = 15;
const refreshSeconds = 15;

/** One machine of a deploy that goes well, in seconds after the verification began. */
interface Life {
  readonly startsAt: number;
  /** Prometheus spreads its scrapes over the interval. */
  readonly offset: number;
  /** When the DNS refresh after the start comes. */
  readonly refresh: number;
  /** The server is there a moment after its machine. */
  readonly bootSeconds: number;
}

const life: fc.Arbitrary<Life> = fc.record({
  startsAt: fc.integer({ min: -60, max: 5 }),
  offset: fc.integer({ min: 0, max: intervalSeconds - 1 }),
  refresh: fc.integer({ min: 0, max: refreshSeconds + 5 }),
  bootSeconds: fc.integer({ min: 0, max: 4 }),
});

const run = fc.record({
  web: fc.array(life, { minLength: 1, maxLength: 5 }),
  mail: life,
  /** The machine of the release before: its target lingers until DNS lets go of it. */
  oldGoneAt: fc.integer({ min: -5, max: 30 }),
  readyAt: fc.integer({ min: 0, max: 6 }),
  clockAhead: fc.integer({ min: -120, max: 120 }),
  standby: fc.boolean(),
  /** Of a machine beside the others, whose traffic went away. */
  asleep: fc.boolean(),
  /** When the first machine is restarted once more, as a rolling deploy does; undefined: never. */
  restartsAt: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  stableFor: fc.constantFrom('', '0s', '5s'),
});

/** The long form: `HEALTHY_RUNS=5000 npx jest healthy-runs`. */
const numRuns = Number(process.env['HEALTHY_RUNS'] ?? 200);
/** A restart is over in less than a scrape interval. */
const restartSeconds = 4;

interface Lived extends Life {
  readonly restartsAt?: number | undefined;
}

/** What Prometheus knows of a machine at a time. */
function targetOf(pool: string, id: string, { startsAt, offset, refresh, bootSeconds, restartsAt }: Lived) {
  return (seconds: number): readonly FakeTarget[] => {
    const listedAt = startsAt + refresh;
    if (seconds < listedAt) return [];
    const host = `[fdaa::${id}]`;
    const beat = Math.floor((seconds - offset) / intervalSeconds) * intervalSeconds + offset;
    if (beat < listedAt) return [{ pool, host, health: 'unknown' }];
    const isAway = restartsAt !== undefined && beat >= restartsAt && beat < restartsAt + restartSeconds;
    if (beat >= startsAt + bootSeconds && !isAway) return [{ pool, host, scrapedAt: beat }];
    return [{ pool, host, health: 'down', lastError: 'connect: connection refused', scrapedAt: beat }];
  };
}

test('a deploy that goes well is never red, however slowly and unevenly it comes up', async () => {
  await fc.assert(
    fc.asyncProperty(
      run,
      async ({ web, mail, oldGoneAt, readyAt, clockAhead, standby, asleep, restartsAt, stableFor }) => {
        const lives = [
          ...web.map((one, index) => targetOf('web', String(index + 10), index === 0 ? { ...one, restartsAt } : one)),
          targetOf('mail', '9', mail),
        ];
        const old: FakeTarget = {
          pool: 'web',
          host: '[fdaa::8]',
          health: 'down',
          lastError: 'connection refused',
          scrapedAt: -1,
        };
        const standbys = standby
          ? [
              machine('7', {
                state: 'stopped',
                config: { metadata: { fly_process_group: 'app', fly_platform_version: 'v2' }, standbys: ['10'] },
              }),
            ]
          : [];
        const stateAt = (seconds: number, { startsAt }: Life) => (seconds < startsAt ? 'starting' : 'started');
        const world: World = {
          clockAhead,
          instead: (_request, seconds) => (seconds < readyAt ? says(503, 'Service Unavailable') : undefined),
          targets: (seconds) => [...lives.flatMap((at) => at(seconds)), ...(seconds < oldGoneAt ? [old] : [])],
          machines: (_app, seconds) => [
            ...web.map((one, index) => machine(String(index + 10), { state: stateAt(seconds, one) })),
            mailMachine('9', { state: stateAt(seconds, mail) }),
            ...standbys,
            ...(asleep ? [sleeper] : []),
          ],
          files: { 'monitoring/prometheus-fly.yml': configuration },
        };
        const { report } = await verify(world, {
          since: new Date(worldStart - 60_000).toISOString(),
          'stable-for': stableFor,
        });
        expect(report.outputs['verdict']).toBe('pass');
      },
    ),
    { numRuns },
  );
});

const sleeper = machine('6', {
  state: 'stopped',
  config: { services: [{ autostop: 'stop' }], metadata: { fly_process_group: 'app', fly_platform_version: 'v2' } },
});

const configuration = `
global: { scrape_interval: ${intervalSeconds}s }
scrape_configs:
  - job_name: web
    dns_sd_configs: [{ names: [app.process.shop.internal], type: AAAA, port: 9100, refresh_interval: ${refreshSeconds}s }]
  - job_name: mail
    dns_sd_configs: [{ names: [mail.process.shop.internal], type: AAAA, port: 9100, refresh_interval: ${refreshSeconds}s }]
`;
