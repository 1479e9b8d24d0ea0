import { files, healthy } from './verify.js';
import { type World, worldStart } from './world.js';

const vector = (value: string) => ({ resultType: 'vector', result: [{ metric: {}, value: [1, value] }] });
const nothing = { resultType: 'vector', result: [] };

export const dashboard = (...exprs: readonly string[]) =>
  JSON.stringify({
    title: 'Shop',
    uid: 'shop',
    schemaVersion: 42,
    panels: exprs.map((expr, index) => ({
      id: index + 1,
      title: `Panel ${index + 1}`,
      type: 'timeseries',
      targets: [{ refId: 'A', expr }],
    })),
  });

/** Scrapes have samples, no alert fires, and every other query shows 3. */
export const healthyAnswer = (expr: string) => (/^(scrape_|ALERTS)/.test(expr) ? nothing : vector('3'));

export const withPanels = (...exprs: readonly string[]): World => ({
  ...healthy,
  files: { ...files, 'dashboards/shop.json': dashboard(...exprs) },
  query: healthyAnswer,
});

/** Of a deploy a moment ago, without a soak. */
export const quick = { 'stable-for': '0s', since: new Date(worldStart - 5_000).toISOString() };
