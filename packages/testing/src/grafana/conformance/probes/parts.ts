import type { Shape } from '../../../conformance/shape.js';
import type { Expectation, Step } from '../probe.js';

/** The folder that everything of a probe lies in. */
export const folder = '{prefix}-f';

export const makeFolder: Step = {
  ask: 'POST /api/folders',
  body: { uid: folder, title: '{prefix} folder' },
  expect: { status: [200], body: { fields: { uid: { is: folder }, title: { is: '{prefix} folder' } } } },
};

export const readDashboard = 'GET /api/dashboards/uid/{prefix}-d';

/** An answer whose message is like this. */
export function told(matches: RegExp): Shape {
  return { fields: { message: { matches } } };
}

interface Save {
  readonly change?: object;
  readonly command?: object;
  readonly expect?: Expectation;
}

/** A save in the way the suite saves: always with the folder, `id` null, a message. */
export function save({ change = {}, command = {}, expect = { status: [200] } }: Save = {}): Step {
  const dashboard = {
    id: null,
    uid: '{prefix}-d',
    title: '{prefix} dashboard',
    tags: ['{prefix}'],
    panels: [],
    ...change,
  };
  const body = { dashboard, folderUid: folder, message: '{prefix} first', overwrite: false, ...command };
  return { ask: 'POST /api/dashboards/db', body, expect };
}

/** A closed port: what is there to be seen is how Grafana tells of it. */
export const closedUrl = 'http://127.0.0.1:1';

export function makeDatasource(change: object = {}, expect: Expectation = { status: [200] }): Step {
  const body = {
    uid: '{prefix}-p',
    name: '{prefix} source',
    type: 'prometheus',
    access: 'proxy',
    url: closedUrl,
    ...change,
  };
  return { ask: 'POST /api/datasources', body, expect };
}

/** The query of one panel as the suite asks it. */
export function queryBody(expr: string, uid = '{prefix}-p'): object {
  const datasource = { type: 'prometheus', uid };
  const resolution = { intervalMs: 15_000, maxDataPoints: 240 };
  return {
    queries: [{ refId: 'A', datasource, expr, instant: true, range: false, ...resolution }],
    from: 'now-1h',
    to: 'now',
  };
}
