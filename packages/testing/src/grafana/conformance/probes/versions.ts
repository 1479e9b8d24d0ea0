import type { Shape } from '../../../conformance/shape.js';
import type { Probe } from '../probe.js';
import { makeFolder, save } from './parts.js';

const versions = '/api/dashboards/uid/{prefix}-d/versions';
const list = 'pkg/api/dashboard.go GetDashboardVersions; grafana/grafana#104556';
const one = 'pkg/api/dashboard.go GetDashboardVersion';
const record = (version: number, message: string): Shape => ({
  fields: { version: { is: version }, message: { is: message } },
});
const second = save({ change: { version: 1, tags: ['changed'] }, command: { message: '{prefix} second' } });

export const versionProbes: readonly Probe[] = [
  {
    id: 'versions/list-until-10',
    relies: 'until 11.4 the versions are a plain list, and the first one is called "Initial save" whatever was said',
    source: list,
    until: 10,
    steps: [
      makeFolder,
      save(),
      {
        ask: `GET ${versions}?limit=5`,
        expect: { status: [200], body: { list: record(1, 'Initial save'), atLeast: 1 } },
      },
    ],
  },
  {
    id: 'versions/list-since-11',
    relies: 'since 11.6 the versions are a list inside an object, and the first one is called "Initial save"',
    source: list,
    from: 11,
    steps: [
      makeFolder,
      save(),
      {
        ask: `GET ${versions}?limit=5`,
        isEventual: true,
        expect: { status: [200], body: { fields: { versions: { list: record(1, 'Initial save'), atLeast: 1 } } } },
      },
    ],
  },
  {
    id: 'versions/second-message',
    relies: 'the list has the message of a second version as it was saved',
    source: list,
    from: 11,
    steps: [
      makeFolder,
      save(),
      second,
      {
        ask: `GET ${versions}?limit=5`,
        isEventual: true,
        expect: { status: [200], body: { fields: { versions: { some: record(2, '{prefix} second') } } } },
      },
    ],
  },
  ...[
    { id: 'versions/record', until: 10 },
    { id: 'versions/record-since-12', from: 12 },
  ].map((bounds) => ({
    relies: 'the record of the first version, asked for by its number, has the message as it was saved',
    source: one,
    ...bounds,
    steps: [
      makeFolder,
      save(),
      {
        ask: `GET ${versions}/1`,
        isEventual: true,
        expect: { status: [200], body: record(1, '{prefix} first') },
      },
    ],
  })),
  {
    id: 'versions/record-of-11',
    relies:
      'around 11.6 the record is found by its number or by the id in the list; the other way is an error, never another version',
    source: `${one}; pkg/services/dashboardversion/dashverimpl/dashver.go getHistoryThroughK8s`,
    from: 11,
    until: 11,
    steps: [
      makeFolder,
      save(),
      { ask: `GET ${versions}/1`, expect: { status: [200, 404, 500] } },
      {
        ask: `GET ${versions}?limit=5`,
        expect: { status: [200], body: { fields: { versions: { list: { fields: { id: 'number' } }, atLeast: 1 } } } },
      },
    ],
  },
  {
    id: 'versions/not-there',
    relies: 'a version that is not there is 404 or 500',
    source: one,
    steps: [makeFolder, save(), { ask: `GET ${versions}/99`, expect: { status: [404, 500] } }],
  },
];
