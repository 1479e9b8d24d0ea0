import { afterEach, expect, test } from '@jest/globals';
import express, { type Request, type Response } from 'express';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { openRequest, type Scrape, type Served, scrapeUntil, send, serve, sumOf } from '../test/served-app.js';
import { metrics } from './index.js';

let served: Served | undefined;
afterEach(() => served?.close());

const STATUSES = [200, 201, 404, 500];

function answer(req: Request, res: Response): void {
  const outcome = String(req.params['outcome']);
  if (outcome === 'stream') res.set('content-type', 'text/event-stream').write('data: 1\n\n');
  else if (outcome === 'ended-stream') res.set('content-type', 'text/event-stream').end('data: 1\n\n');
  else if (outcome !== 'never') res.status(Number(outcome)).json({ outcome });
}

async function serveRoute(): Promise<Served> {
  const m = metrics({ registry: new Registry(), env: {}, sizes: true });
  const app = express();
  app.use('/metrics', m.handler());
  app.use(m);
  app.all('/any/:outcome', answer);
  served = await serve(app);
  return served;
}

interface Step {
  readonly method: string;
  readonly outcome: string;
}

const step = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PROPFIND'),
  outcome: fc.constantFrom(...STATUSES.map(String), 'ended-stream'),
});
/** Their clients leave. */
const left = fc.record({ method: fc.constant('GET'), outcome: fc.constantFrom('never', 'stream') });
const steps = fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: left }), {
  minLength: 12,
  maxLength: 40,
});

async function take({ port, url }: Served, { method, outcome }: Step): Promise<void> {
  if (outcome !== 'never' && outcome !== 'stream') {
    await send(port, method, `/any/${outcome}`);
    return;
  }
  const client = openRequest(port, `/any/${outcome}`);
  if (outcome === 'stream') await client.answered;
  else await scrapeUntil(`${url}/metrics`, (scrape) => scrape.get('http_requests_in_flight') === 1);
  client.leave();
}

const statusOf = (outcome: string): string =>
  ({ never: '499', stream: '200', 'ended-stream': '200' })[outcome] ?? outcome;
const methodOf = (method: string): string => (method === 'PROPFIND' ? 'OTHER' : method);

/** How many steps there are of each label set. */
function counts(taken: readonly Step[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { method, outcome } of taken) {
    const key = `{method="${methodOf(method)}",route="/any/:outcome",status_code="${statusOf(outcome)}"}`;
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

const samplesOf = (scrape: Scrape, name: string): Record<string, number> =>
  Object.fromEntries(
    [...scrape].filter(([key]) => key.startsWith(`${name}{`)).map(([key, value]) => [key.slice(name.length), value]),
  );

const isStream = ({ outcome }: Step): boolean => outcome.endsWith('stream');

function expectCounted(scrape: Scrape, taken: readonly Step[]): void {
  const timed = taken.filter((each) => !isStream(each));
  expect(samplesOf(scrape, 'http_requests_total')).toEqual(counts(taken));
  expect(samplesOf(scrape, 'http_request_duration_seconds_count')).toEqual(counts(timed));
  expect(samplesOf(scrape, 'http_response_size_bytes_count')).toEqual(counts(taken));
  expect(sumOf(scrape, 'http_requests_aborted_total')).toBe(timed.filter(({ outcome }) => outcome === 'never').length);
  expect(sumOf(scrape, 'http_long_lived_requests_total')).toBe(taken.length - timed.length);
}

test('every request of a route counts as what it was, whatever the ones before it were', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const server = await serveRoute();
      for (const each of taken) await take(server, each);
      const haveEnded = (scrape: Scrape): boolean => sumOf(scrape, 'http_requests_total') === taken.length;
      expectCounted(await scrapeUntil(`${server.url}/metrics`, haveEnded), taken);
      await server.close();
    }),
    // A failure is shown as it was found: making it smaller takes a server for each try.
    { numRuns: 12, endOnFailure: true },
  );
}, 60_000);
