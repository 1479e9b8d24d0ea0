import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import type { ExpressVersion } from '../test/express-versions.js';
import { MEASURED_VERSIONS, type MeasuredVersion } from '../test/probe-app.js';
import { scrapeUntil, send, serve, sumOf } from '../test/served-app.js';
import { metrics } from './index.js';

/** Words that are literals in one place and parameter values in another. */
const WORDS = ['t', 'v', 'things', 'a.b', 'x-y', 'probe', '0'] as const;
const VALUES = [...WORDS, 'a b', 'ü', 'a/b', 'T', '%', ':p1', 'unmatched'] as const;

interface Segment {
  readonly template: string;
  readonly sent: string;
}

const literal = fc.constantFrom(...WORDS).map((word): Segment => ({ template: word, sent: word }));
const parameter = fc
  .constantFrom(...VALUES)
  .map((value): Segment => ({ template: ':', sent: encodeURIComponent(value) }));
const part = fc.array(fc.oneof(literal, parameter), { minLength: 1, maxLength: 2 });

/** Mounts from the outside in, then the route; parameters numbered so that no name comes twice. */
const way = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => {
  let count = 0;
  return parts.map((segments) =>
    segments.map(({ template, sent }) => ({ sent, template: template === ':' ? `:p${count++}` : template })),
  );
});

test.each(MEASURED_VERSIONS)(
  'the label of any nesting of mounts and parameters is what was registered, on $name',
  async (version) => {
    await fc.assert(
      fc.asyncProperty(way, async (parts) => {
        const [templates, sent] = [parts.map(pathOf('template')), parts.map(pathOf('sent'))];
        expect(await labelOf(version, templates, sent.join(''))).toBe(templates.join(''));
      }),
      { numRuns: 60 },
    );
  },
);

function pathOf(side: keyof Segment): (segments: readonly Segment[]) => string {
  return (segments) => segments.map((segment) => `/${segment[side]}`).join('');
}

async function labelOf(
  version: MeasuredVersion,
  templates: readonly string[],
  target: string,
): Promise<string | undefined> {
  const m = metrics({ registry: new Registry(), env: {} });
  const app = version.express();
  version.measure(app, m);
  app.get('/the-metrics', m.handler());
  app.use(nest(version, templates));
  version.finish(app);
  const served = await serve(app);
  expect(await send(served.port, 'GET', target)).toBe(200);
  const scrape = await scrapeUntil(`${served.url}/the-metrics`, (seen) => sumOf(seen, 'http_requests_total') === 1);
  await served.close();
  const [key] = [...scrape.keys()].filter((name) => name.startsWith('http_requests_total'));
  return key?.match(/route="([^"]*)"/)?.[1];
}

function nest(
  version: ExpressVersion,
  [outer = '/', ...inner]: readonly string[],
): ReturnType<ExpressVersion['express']['Router']> {
  const router = version.express.Router();
  if (inner.length === 0) return router.get(outer, (_req, res) => void res.end('ok'));
  return router.use(outer, nest(version, inner));
}
