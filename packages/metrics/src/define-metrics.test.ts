import { describe, expect, test } from '@jest/globals';
import { Counter, Registry } from 'prom-client';
import { untyped } from '../test/untyped.js';
import { defineMetrics, httpMetricsCatalogue, mergeCatalogues, metrics, renderCatalogueFile } from './index.js';

const shop = defineMetrics(
  {
    shop_orders_total: {
      type: 'counter',
      help: 'Orders.',
      labels: { kind: ['retail', 'bulk'], result: ['ok', 'failed'] },
    },
    shop_visits_total: { type: 'counter', help: 'Visits.' },
    shop_carts: { type: 'gauge', help: 'Open carts.', labels: { tenant: null } },
    shop_queue_depth: { type: 'gauge', help: 'Waiting orders.' },
    shop_order_seconds: {
      type: 'histogram',
      help: 'Time of an order.',
      labels: { kind: ['retail', 'bulk'] },
      buckets: [1, 5],
    },
    shop_pack_seconds: { type: 'histogram', help: 'Time to pack.', buckets: [1] },
  },
  { service: 'shop' },
);

async function linesOf(registry: Registry, name: string): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith(name));
}

describe('a catalogue in a registry', () => {
  test('shows every known label set as 0 from the start', async () => {
    const registry = new Registry();
    shop.register(registry);
    expect(await linesOf(registry, 'shop_orders_total')).toEqual([
      'shop_orders_total{kind="retail",result="ok"} 0',
      'shop_orders_total{kind="retail",result="failed"} 0',
      'shop_orders_total{kind="bulk",result="ok"} 0',
      'shop_orders_total{kind="bulk",result="failed"} 0',
    ]);
    expect(await linesOf(registry, 'shop_visits_total')).toEqual(['shop_visits_total 0']);
    expect(await linesOf(registry, 'shop_order_seconds_count')).toHaveLength(2);
    expect(await linesOf(registry, 'shop_carts')).toEqual([]);
  });

  test('counts, sets and observes, with labels given each time or resolved once', async () => {
    const registry = new Registry();
    const handles = shop.register(registry);
    handles.shop_orders_total.inc({ kind: 'bulk', result: 'ok' });
    handles.shop_orders_total.labels({ result: 'ok', kind: 'bulk' }).inc(2);
    handles.shop_visits_total.inc();
    handles.shop_queue_depth.set(5);
    handles.shop_queue_depth.dec(2);
    handles.shop_carts.inc({ tenant: 'a' }, 3);
    handles.shop_carts.labels({ tenant: 'a' }).dec();
    handles.shop_order_seconds.observe({ kind: 'retail' }, 1);
    handles.shop_order_seconds.observe({ kind: 'retail' }, 7);
    handles.shop_pack_seconds.observe(0.5);
    expect(await linesOf(registry, 'shop_orders_total{kind="bulk",result="ok"}')).toEqual([
      'shop_orders_total{kind="bulk",result="ok"} 3',
    ]);
    expect(await linesOf(registry, 'shop_visits_total')).toEqual(['shop_visits_total 1']);
    expect(await linesOf(registry, 'shop_queue_depth')).toEqual(['shop_queue_depth 3']);
    expect(await linesOf(registry, 'shop_carts')).toEqual(['shop_carts{tenant="a"} 2']);
    expect((await linesOf(registry, 'shop_order_seconds')).slice(0, 5)).toEqual([
      'shop_order_seconds_bucket{le="1",kind="retail"} 1',
      'shop_order_seconds_bucket{le="5",kind="retail"} 1',
      'shop_order_seconds_bucket{le="+Inf",kind="retail"} 2',
      'shop_order_seconds_sum{kind="retail"} 8',
      'shop_order_seconds_count{kind="retail"} 2',
    ]);
    expect(await linesOf(registry, 'shop_pack_seconds_count')).toEqual(['shop_pack_seconds_count 1']);
  });

  test('a timer records the seconds it returns', async () => {
    const registry = new Registry();
    const { shop_order_seconds } = shop.register(registry);
    const seconds = shop_order_seconds.startTimer({ kind: 'bulk' })();
    expect(await linesOf(registry, 'shop_order_seconds_sum{kind="bulk"}')).toEqual([
      `shop_order_seconds_sum{kind="bulk"} ${seconds}`,
    ]);
  });

  test('label values that contain separators stay apart', async () => {
    const registry = new Registry();
    const pairs = defineMetrics(
      { pairs_total: { type: 'counter', help: 'Pairs.', labels: { a: null, b: null } } },
      { service: 'pairs' },
    ).register(registry);
    for (const [a, b] of [
      ['1,b:2', '3'],
      ['1', '2,b:3'],
      ['p|', 'q'],
      ['p', '|q'],
    ] as const)
      pairs.pairs_total.inc({ a, b });
    expect(await linesOf(registry, 'pairs_total')).toHaveLength(4);
  });

  test('never throws in the path of a request and never grows without bound', async () => {
    const registry = new Registry();
    const { shop_orders_total, shop_carts, shop_visits_total, shop_pack_seconds } = shop.register(registry);
    // @ts-expect-error "gift" is not a known kind
    shop_orders_total.inc({ kind: 'gift', result: 'ok' });
    // @ts-expect-error a label is missing
    shop_orders_total.inc({ kind: 'bulk' });
    // @ts-expect-error no labels at all
    shop_orders_total.inc();
    shop_visits_total.inc(-1);
    shop_visits_total.inc(Number.NaN);
    shop_pack_seconds.observe(Number.NaN);
    for (let i = 0; i < 5000; i++) shop_carts.inc({ tenant: `tenant-${i}` });
    expect(await linesOf(registry, 'shop_orders_total{kind="overflow"')).toEqual([
      'shop_orders_total{kind="overflow",result="ok"} 1',
      'shop_orders_total{kind="overflow",result="overflow"} 1',
    ]);
    expect(await linesOf(registry, 'shop_visits_total')).toEqual(['shop_visits_total 0']);
    expect(await linesOf(registry, 'shop_pack_seconds_sum')).toEqual(['shop_pack_seconds_sum 0']);
    const carts = await linesOf(registry, 'shop_carts');
    expect(carts).toHaveLength(2001);
    expect(carts.at(-1)).toBe('shop_carts{tenant="overflow"} 3000');
  });

  test('a reset zeroes the values and keeps the series', async () => {
    const registry = new Registry();
    shop.register(registry).shop_orders_total.inc({ kind: 'bulk', result: 'ok' });
    registry.resetMetrics();
    expect(await linesOf(registry, 'shop_orders_total{kind="bulk",result="ok"}')).toEqual([
      'shop_orders_total{kind="bulk",result="ok"} 0',
    ]);
  });

  test('a name that is taken is an error that names both owners, and nothing is registered', () => {
    const registry = new Registry();
    new Counter({ name: 'shop_visits_total', help: 'Mine.', registers: [registry] });
    expect(() => shop.register(registry)).toThrow(
      'shop_visits_total: wanted by defineMetrics() of "shop" and already registered by other code (a Counter, help "Mine.")',
    );
    expect(registry.getSingleMetric('shop_orders_total')).toBeUndefined();
    metrics({ registry, env: {} });
    expect(() => metrics({ registry, env: {}, maxSeries: 50 })).toThrow(
      'already registered by metrics({ prefix: "" })',
    );
  });
});

describe('code that is loaded again', () => {
  test('gets the metrics it made before, with their values', async () => {
    const registry = new Registry();
    shop.register(registry).shop_visits_total.inc();
    const again = defineMetrics(shop.definitions, { service: 'shop' }).register(registry);
    again.shop_visits_total.inc();
    expect(await linesOf(registry, 'shop_visits_total')).toEqual(['shop_visits_total 2']);
    expect(metrics({ registry, env: {} })).toBe(metrics({ registry, env: {} }));
  });

  test('gets new ones in a registry that was cleared in between', async () => {
    const registry = new Registry();
    shop.register(registry).shop_visits_total.inc();
    registry.clear();
    shop.register(registry);
    expect(await linesOf(registry, 'shop_visits_total')).toEqual(['shop_visits_total 0']);
  });
});

describe('the catalogue file', () => {
  test('says what each metric is, without a word about the language', () => {
    expect(JSON.parse(JSON.stringify(shop)).metrics[1]).toEqual({
      name: 'shop_order_seconds',
      type: 'histogram',
      help: 'Time of an order.',
      services: ['shop'],
      labels: { kind: ['retail', 'bulk'] },
      buckets: [1, 5],
    });
  });

  test('says of a native histogram that it is one, and of no other metric', () => {
    const native = { type: 'histogram', help: 'h', buckets: [1], nativeHistogram: true } as const;
    const classic = { ...native, nativeHistogram: false } as const;
    const of = (wait_seconds: typeof native | typeof classic) => defineMetrics({ wait_seconds }, { service: 'shop' });
    expect(of(native).toJSON().metrics[0]).toMatchObject({ buckets: [1], nativeHistogram: true });
    expect(of(classic).toJSON()).toMatchObject({ version: 1 });
    expect(of(classic).toJSON().metrics[0]).not.toHaveProperty('nativeHistogram');
    expect(() => mergeCatalogues('product', [of(native).toJSON(), of(classic).toJSON()])).toThrow('differs');
  });

  test('lists a metric that several services share once, with all of them', () => {
    const documents = ['a', 'b'].map((service) => httpMetricsCatalogue({ prefix: 'shop_', service }));
    const merged = mergeCatalogues('product', [...documents, shop.toJSON()]);
    expect(merged.metrics.find(({ name }) => name === 'shop_http_requests_total')?.services).toEqual(['a', 'b']);
    expect(merged.metrics.map(({ name }) => name)).toEqual(merged.metrics.map(({ name }) => name).toSorted());
    expect(JSON.parse(renderCatalogueFile(merged))).toEqual(merged);
  });

  test('two meanings of one name are an error that names both services', () => {
    const other = defineMetrics({ shop_visits_total: { type: 'counter', help: 'Other.' } }, { service: 'other' });
    expect(() => mergeCatalogues('product', [shop.toJSON(), other.toJSON()])).toThrow(
      '"shop_visits_total" of other differs from that of shop',
    );
  });

  test('names exactly the HTTP metrics that metrics() registers', async () => {
    const registry = new Registry();
    metrics({ registry, prefix: 'shop_', env: {} });
    const live = (await registry.getMetricsAsJSON()).map(({ name, type, help }) => ({ name, type, help }));
    const documented = httpMetricsCatalogue({ prefix: 'shop_', service: 'shop' }).metrics;
    expect(new Set(documented.map(({ name }) => name))).toEqual(new Set(live.map(({ name }) => name)));
    expect(documented.find(({ type }) => type === 'histogram')?.buckets).toHaveLength(11);
  });

  test('says that the duration is a native histogram too, where it is', () => {
    const durationOf = (options: object) =>
      httpMetricsCatalogue({ service: 'shop', ...options }).metrics.find(({ type }) => type === 'histogram');
    expect(durationOf({ nativeHistograms: true })).toHaveProperty('nativeHistogram', true);
    expect(durationOf({})).not.toHaveProperty('nativeHistogram');
  });

  test('documents that are none, or of another version, are all told', () => {
    const merge = untyped(mergeCatalogues);
    const documents = [null, { ...shop.toJSON(), version: 2 }, shop.toJSON(), { version: 1 }];
    expect(() => merge(documents)).toThrow('takes a name and a list of documents; it was given a list and undefined');
    expect(() => merge('product', documents)).toThrow(
      'version 1 are merged, and document 1 is null; document 2 has version 2; document 4 has no list of metrics.',
    );
  });

  test('options of the HTTP metrics that are wrong are all told', () => {
    const catalogue = untyped(httpMetricsCatalogue);
    expect(() => catalogue('shop')).toThrow('httpMetricsCatalogue() takes an object of options; it was given "shop"');
    expect(() => catalogue({ prefx: 'shop_', labels: 'plan' })).toThrow(
      /no option "prefx" .*; service is missing; it must be text that is not empty; labels is "plan"; it must be a list of texts/,
    );
  });

  test('the HTTP metrics keep the naming rules themselves', () => {
    const definitions = Object.fromEntries(
      httpMetricsCatalogue({ service: 'shop' }).metrics.map(({ name, type, help, labels, buckets = [1] }) => [
        name,
        type === 'histogram' ? { type, help, labels, buckets } : { type, help, labels },
      ]),
    );
    expect(() => defineMetrics(definitions, { service: 'http' })).not.toThrow();
  });
});
