import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeProbeApps, MEASURED_VERSIONS, type ProbeApp, serveProbeApp } from '../test/probe-app.js';
import { type Scrape, scrapeUntil, send } from '../test/served-app.js';

describe.each(MEASURED_VERSIONS)('route labels on $name', (version) => {
  let app: ProbeApp;
  let before: Scrape;

  beforeAll(async () => {
    app = await serveProbeApp(version);
    before = new Map();
  });

  /** The labels of the one request that was counted since the last call. */
  async function counted(): Promise<string> {
    const isNew = ([key, value]: [string, number]) =>
      key.startsWith('http_requests_total{') && value !== (before.get(key) ?? 0);
    const after = await scrapeUntil(app.metricsUrl, (scrape) => [...scrape].some(isNew));
    const changed = [...after].filter(isNew).map(([key]) => key);
    before = after;
    return changed.join(' ');
  }

  test.each([
    ['GET', '/', '/', 200],
    ['GET', '/api/users', '/Api/users', 200],
    ['POST', '/api/users', '/Api/users', 200],
    ['GET', '/api/users/alice', '/Api/users/:id', 200],
    ['GET', '/api/users/users', '/Api/users/:id', 200],
    ['GET', '/API/Users/Hal/', '/Api/users/:id', 200],
    ['GET', '/api/users/alice?x=1', '/Api/users/:id', 200],
    ['HEAD', '/api/users/carl', '/Api/users/:id', 200],
    ['GET', '/t/acme/things/bob', '/t/:tenant/things/:tid', 200],
    ['GET', '/t/t/things/things', '/t/:tenant/things/:tid', 200],
    ['GET', '/t/a%20b%2Fc/things/1', '/t/:tenant/things/:tid', 200],
    ['GET', '/t/acme/', '/t/:tenant', 200],
    ['GET', '/flights/lhr-nrt/seats', '/flights/:from-:to/seats', 200],
    ['GET', '/two/7', '/two/:id', 200],
    ['GET', '/one/7', '/one/:id', 200],
    ['GET', '/second/shared/1', '/second/shared/:id', 200],
    ['GET', '/first/shared/1', '/first/shared/:id', 200],
    ['GET', '/wrapped/9', '/wrapped/:id', 200],
    ['GET', '/arr/b/val', '/arr/b/:x', 200],
    ['GET', '/arr/a/val', '/arr/a/:x', 200],
    ['GET', '/static/a.txt', '/static', 200],
    ['GET', '/auth/secret', '/auth', 401],
    ['GET', '/guard/gary', '/guard', 403],
    ['GET', '/fall/fred', '/fall/:id', 404],
    ['GET', '/throw/eve', '/throw/:id', 500],
    ['GET', '/api/users/eve/throw', '/Api/users/:id/throw', 500],
    ['GET', '/api/users/eve/next-error', '/Api/users/:id/next-error', 500],
    ['GET', '/sub/x/joe', '/Sub/x/:id', 200],
    ['GET', '/sub/inner/joe/throw', '/Sub/inner/:id/throw', 500],
    ['GET', '/wp-login.php', 'unmatched', 404],
    ['GET', '/nope?x=1', 'unmatched', 404],
    ['GET', '/t/%zz/things/1', 'unmatched', 500],
    ['GET', 'http://evil.example/api/users/ivy', '/Api/users/:id', 200],
    ['GET', 'http://evil.example/t/acme/things/1', '/t/:tenant/things/:tid', 200],
  ])('%s %s is %s (%i)', async (method, target, route, status) => {
    expect(await send(app.port, method, target)).toBe(status);
    const label = version.spelling(route);
    expect(await counted()).toBe(`http_requests_total{method="${method}",route="${label}",status_code="${status}"}`);
  });

  test('a path that is a regular expression is labelled with its source', async () => {
    await send(app.port, 'GET', '/rx/42');
    expect(await counted()).toContain('route="/^\\\\/rx\\\\/(\\\\d+)$/"');
  });

  test('wildcards and optional segments are labelled as they were written', async () => {
    await send(app.port, 'GET', '/files/some/deep');
    expect(await counted()).toContain(`route="${version.wildcard}"`);
    await send(app.port, 'GET', '/opt/zzz');
    expect(await counted()).toContain(`route="${version.optional}"`);
  });

  test('a method outside the closed set is OTHER', async () => {
    await send(app.port, 'PROPFIND', '/api/users/dan');
    expect(await counted()).toContain('method="OTHER",route="unmatched",status_code="404"');
  });

  test.each([
    ['POST', 'POST'],
    ['DELETE', 'OTHER'],
    ['TRACE', 'OTHER'],
  ])('where no route is, %s counts as %s', async (method, label) => {
    await send(app.port, method, '/door');
    expect(await counted()).toContain(`method="${label}",route="unmatched",status_code="404"`);
  });
});

afterAll(closeProbeApps);

test.each(MEASURED_VERSIONS)('the first request to a sub-app may be the one that fails, on $name', async (version) => {
  const app = await serveProbeApp(version);
  await send(app.port, 'GET', '/sub/inner/joe/throw');
  const scrape = await scrapeUntil(app.metricsUrl, (seen) => [...seen.keys()].some((key) => key.includes('500')));
  expect([...scrape.keys()].join()).toContain('/:id/throw",status_code="500"');
  expect([...scrape.keys()].join()).not.toContain('joe');
});
