import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closeProbeApps, MEASURED_VERSIONS, type ProbeApp, serveProbeApp } from '../test/probe-app.js';
import { openRequest, scrapeUntil, send, sumOf } from '../test/served-app.js';

afterEach(closeProbeApps);

const DURATION_COUNT = 'http_request_duration_seconds_count';

describe.each(MEASURED_VERSIONS)('how requests end on $name', (version) => {
  let app: ProbeApp;

  beforeEach(async () => {
    app = await serveProbeApp(version);
  });

  test.each(['/slow/abby', '/silent/abby'])(
    'a client that leaves %s is counted as 499, never as 200',
    async (target) => {
      const client = openRequest(app.port, target);
      await scrapeUntil(app.metricsUrl, (scrape) => scrape.get('http_requests_in_flight') === 1);
      client.leave();
      const scrape = await scrapeUntil(app.metricsUrl, (seen) => seen.get('http_requests_in_flight') === 0);
      const route = target.replace('abby', ':id');
      expect(scrape.get(`http_requests_total{method="GET",route="${route}",status_code="499"}`)).toBe(1);
      expect(scrape.get(`http_requests_aborted_total{method="GET",route="${route}"}`)).toBe(1);
      expect(scrape.get(`${DURATION_COUNT}{method="GET",route="${route}",status_code="499"}`)).toBe(1);
      expect([...scrape.keys()].filter((key) => key.includes('status_code="200"'))).toEqual([]);
    },
  );

  test.each(['/sse/header', '/sse/write-head'])(
    'the event stream %s stays out of latency and is counted',
    async (target) => {
      const client = openRequest(app.port, target);
      expect(await client.answered).toContain('text/event-stream');
      const open = await scrapeUntil(app.metricsUrl, (scrape) => scrape.get('http_requests_in_flight') === 1);
      expect(open.get('http_long_lived_requests_in_flight')).toBe(1);
      client.leave();
      const closed = await scrapeUntil(app.metricsUrl, (scrape) => scrape.get('http_requests_in_flight') === 0);
      expect(closed.get('http_long_lived_requests_in_flight')).toBe(0);
      expect(closed.get(`http_long_lived_requests_total{method="GET",route="${target}"}`)).toBe(1);
      expect(closed.get(`http_requests_total{method="GET",route="${target}",status_code="200"}`)).toBe(1);
      expect(sumOf(closed, 'http_requests_aborted_total')).toBe(0);
      expect(sumOf(closed, DURATION_COUNT)).toBe(0);
    },
  );

  test('an answered request is in the histogram once, with its seconds', async () => {
    await send(app.port, 'GET', '/api/users/1');
    const scrape = await scrapeUntil(app.metricsUrl, (seen) => sumOf(seen, DURATION_COUNT) === 1);
    expect(sumOf(scrape, 'http_request_duration_seconds_sum')).toBeGreaterThan(0);
    expect(sumOf(scrape, 'http_request_duration_seconds_sum')).toBeLessThan(5);
    expect(sumOf(scrape, 'http_request_duration_seconds_bucket')).toBeGreaterThanOrEqual(1);
  });

  test('scrapes are not measured, refused ones are', async () => {
    await scrapeUntil(app.metricsUrl, (scrape) => scrape.size > 0);
    await fetch(app.metricsUrl, { headers: { 'fly-client-ip': '203.0.113.9' } });
    const scrape = await scrapeUntil(app.metricsUrl, (seen) => sumOf(seen, 'http_requests_total') > 0);
    expect([...scrape.keys()].filter((key) => key.startsWith('http_requests_total'))).toEqual([
      'http_requests_total{method="GET",route="/metrics",status_code="403"}',
    ]);
  });
});

describe.each(MEASURED_VERSIONS)('the middleware on $name', (version) => {
  test('measures a request once when an app and its sub-app both use it', async () => {
    const app = await serveProbeApp(version);
    await send(app.port, 'GET', '/sub/x/1');
    const scrape = await scrapeUntil(app.metricsUrl, (seen) => sumOf(seen, 'http_requests_total') > 0);
    expect(sumOf(scrape, 'http_requests_total')).toBe(1);
    expect(scrape.get('http_requests_in_flight')).toBe(0);
  });

  test('takes a route at its word when it says that it is long-lived', async () => {
    const app = await serveProbeApp(version);
    await send(app.port, 'GET', '/poll/1');
    const scrape = await scrapeUntil(app.metricsUrl, (seen) => sumOf(seen, 'http_long_lived_requests_total') > 0);
    expect(sumOf(scrape, DURATION_COUNT)).toBe(0);
  });

  test('leaves excluded templates out and follows prefix and buckets', async () => {
    const app = await serveProbeApp(version, {
      exclude: ['/Api/users/:id', '/api/users/:id'],
      buckets: [1, 2],
      prefix: 'shop_',
    });
    await send(app.port, 'GET', '/api/users/1');
    await send(app.port, 'GET', '/arr/a/1');
    const scrape = await scrapeUntil(app.metricsUrl, (seen) => sumOf(seen, 'shop_http_requests_total') > 0);
    expect([...scrape].filter(([key]) => key.startsWith('shop_http_request'))).toEqual([
      ['shop_http_requests_total{method="GET",route="/arr/a/:x",status_code="200"}', 1],
      ['shop_http_request_duration_seconds_bucket{le="1",method="GET",route="/arr/a/:x",status_code="200"}', 1],
      ['shop_http_request_duration_seconds_bucket{le="2",method="GET",route="/arr/a/:x",status_code="200"}', 1],
      ['shop_http_request_duration_seconds_bucket{le="+Inf",method="GET",route="/arr/a/:x",status_code="200"}', 1],
      ['shop_http_request_duration_seconds_sum{method="GET",route="/arr/a/:x",status_code="200"}', expect.any(Number)],
      ['shop_http_request_duration_seconds_count{method="GET",route="/arr/a/:x",status_code="200"}', 1],
      ['shop_http_requests_in_flight', 0],
    ]);
  });
});
