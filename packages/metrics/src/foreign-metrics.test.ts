import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gauge, Histogram, type OpenMetricsContentType, Registry, Summary } from 'prom-client';
import { collectGarbage } from '../test/collected-memory.js';
import { expectAsByPromClient, exposedLines, nonEmptyLines } from '../test/exposed-lines.js';
import { Exposition } from './exposition/exposition.js';
import { MAX_KEPT_ROWS } from './exposition/text/idle-rows.js';

const OPTIONS = { unlabelled: 'level', collectTimeoutMs: 5000 };

/** Metrics of prom-client, with several lines in a label set and with one, with labels and without. */
function foreignMetrics(registry: Registry) {
  const common = { help: 'h', registers: [registry] };
  return {
    waits: new Histogram({ name: 'wait_seconds', labelNames: ['id', 'kind'], buckets: [0.5, 2], ...common }),
    bare: new Histogram({ name: 'bare_seconds', buckets: [1], ...common }),
    sizes: new Summary({ name: 'size_bytes', labelNames: ['id'], percentiles: [0.5], ...common }),
    depth: new Gauge({ name: 'depth', labelNames: ['id'], ...common }),
    // One series without labels: it tells the registry's default labels.
    level: new Gauge({ name: 'level', ...common }),
  };
}

type ForeignMetrics = ReturnType<typeof foreignMetrics>;

const id = fc.constantFrom('a', 'b "quoted"', 'c');
const value = fc.constantFrom(0, -0, 0.25, 1, 1.5, 30, -2);

type Happening = (metrics: ForeignMetrics, registry: Registry) => void;

/** What may happen between two scrapes, so many times as often as others. */
function happening<Drawn>(
  weight: number,
  drawn: fc.Arbitrary<Drawn>,
  happen: (metrics: ForeignMetrics, drawn: Drawn, registry: Registry) => void,
): fc.WeightedArbitrary<Happening> {
  return { weight, arbitrary: drawn.map((what) => (metrics, registry) => happen(metrics, what, registry)) };
}

const defaults = fc.constantFrom({ region: 'nrt' }, { region: 'fra', app: 'chat' }, {});
const step = fc.oneof(
  happening(6, fc.tuple(id, value), ({ waits }, [of, seconds]) => waits.observe({ id: of }, seconds)),
  happening(2, value, ({ bare }, seconds) => bare.observe(seconds)),
  happening(2, fc.tuple(id, value), ({ sizes }, [of, size]) => sizes.observe({ id: of }, size)),
  happening(2, fc.tuple(id, value), ({ depth }, [of, to]) => depth.set({ id: of }, to)),
  happening(1, id, ({ waits }, of) => waits.zero({ id: of, kind: 'zeroed' })),
  happening(1, id, ({ waits }, of) => waits.remove({ id: of })),
  happening(1, fc.constant(undefined), ({ waits }) => waits.reset()),
  happening(1, fc.constant(undefined), ({ sizes }) => sizes.reset()),
  happening(1, defaults, (_, labels, registry) => registry.setDefaultLabels(labels)),
);

describe('metrics of prom-client in the same registry', () => {
  test('are exposed as prom-client would now, after anything that may have happened', async () => {
    const format = fc.constantFrom('text' as const, 'openmetrics' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.array(format, { maxLength: 4 })), { maxLength: 12 }),
        async (steps) => {
          const registry = new Registry();
          const metrics = foreignMetrics(registry);
          const exposition = new Exposition(registry, OPTIONS);
          for (const [happen, scrapes] of steps) {
            happen(metrics, registry);
            await expectAsByPromClient(exposition, registry, scrapes);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('show the exemplars of label sets in which nothing has happened since', async () => {
    const registry = new Registry<OpenMetricsContentType>();
    registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    const waits = new Histogram({
      name: 'wait_seconds',
      help: 'h',
      buckets: [1],
      enableExemplars: true,
      registers: [registry],
    });
    new Gauge({ name: 'level', help: 'h', registers: [registry] });
    waits.observe({ value: 0.5, exemplarLabels: { trace_id: 'abc' } });
    const exposition = new Exposition(registry, OPTIONS);
    for (let i = 0; i < 3; i++) {
      expect(await exposedLines(exposition, 'text')).toContain('wait_seconds_bucket{le="1"} 1');
      expect((await exposedLines(exposition, 'openmetrics')).join('\n')).toContain(
        'wait_seconds_bucket{le="1"} 1 # {trace_id="abc"} 0.5',
      );
    }
  });

  test('are told as they were, in pieces and with more label sets than texts are kept of', async () => {
    const registry = new Registry();
    const { waits } = foreignMetrics(registry);
    const exposition = new Exposition(registry, OPTIONS);
    for (let i = 0; i < MAX_KEPT_ROWS + 500; i++) waits.observe({ id: String(i) }, i / 1000);
    for (let i = 0; i < 3; i++) {
      waits.observe({ id: String(i * 700) }, 1);
      expect(await exposedLines(exposition, 'text')).toEqual(nonEmptyLines(await registry.metrics()));
    }
  });

  test.each([
    ['labels', ['a', 0.5, 2], ['b', 0.5, 2], 'x_bucket{le="0.5",id="b"} 7'],
    ['a bound', ['a', 0.5, 2], ['a', 0.7, 2], 'x_bucket{le="0.7",id="a"} 7'],
    ['a line less', ['a', 0.5, 2], ['a', 0.5], 'x_bucket{le="0.5",id="a"} 7'],
    ['a line more', ['a', 0.5], ['a', 0.5, 2], 'x_bucket{le="2",id="a"} 7'],
  ] as const)('are told anew when they have the same values and other lines: %s', async (_, before, after, line) => {
    const registry = new Registry();
    const labelSets: Readonly<Record<string, object>> = { a: { id: 'a' }, b: { id: 'b' } };
    const samplesOf = ([of, ...bounds]: readonly [string, ...number[]]) => {
      const sharedLabels = labelSets[of];
      return bounds.map((le) => ({ metricName: 'x_bucket', labels: { le }, sharedLabels, value: 7 }));
    };
    let values = samplesOf(before);
    const get = async () => ({ name: 'x', help: 'h', type: 'histogram', aggregator: 'sum', values });
    registry.registerMetric(Object.assign(Object.create({ get, reset: () => {} }), { name: 'x' }));
    new Gauge({ name: 'level', help: 'h', registers: [registry] });
    const exposition = new Exposition(registry, OPTIONS);
    for (let i = 0; i < 3; i++) await exposedLines(exposition, 'text');
    values = samplesOf(after);
    const lines = (await exposedLines(exposition, 'text')).filter((each) => each.startsWith('x_'));
    expect(lines).toContain(line);
    expect(lines).toHaveLength(values.length);
  });

  test('have texts kept of a thousand label sets, and let go of once they are gone', async () => {
    const registry = new Registry();
    const { waits } = foreignMetrics(registry);
    const exposition = new Exposition(registry, OPTIONS);
    await exposedLines(exposition, 'text');
    const before = await bytesHeld();
    const held = async (sets: number) => {
      for (let i = 0; i < sets; i++) waits.observe({ id: String(i).padStart(150, '0') }, 1);
      for (let i = 0; i < 3; i++) await exposedLines(exposition, 'text');
      return (await bytesHeld()) - before;
    };
    const most = await held(MAX_KEPT_ROWS);
    expect(most).toBeGreaterThan(500 * MAX_KEPT_ROWS);
    expect(await held(2 * MAX_KEPT_ROWS)).toBeLessThan(1.2 * most);
    waits.reset();
    expect(await held(1)).toBeLessThan(0.2 * most);
    await held(MAX_KEPT_ROWS);
    waits.reset();
    expect(await held(0)).toBeLessThan(0.2 * most);
  });
});

async function bytesHeld(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
