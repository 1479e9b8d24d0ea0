import { expect, test } from '@jest/globals';
import { unknownDatasources } from './unknown-datasources.js';

test('data sources that this Grafana does not have are found wherever they are named', () => {
  const json = {
    annotations: { list: [{ datasource: { type: 'grafana', uid: '-- Grafana --' } }] },
    templating: { list: [{ datasource: { uid: 'gone' } }] },
    panels: [
      {
        datasource: { uid: 'prom' },
        targets: [{ datasource: { uid: 'PBFA97CFB590B2093' } }, { datasource: '__expr__' }],
      },
      { datasource: `\${datasource}` },
      { datasource: 'Prometheus' },
      { datasource: null },
    ],
  };
  expect(unknownDatasources(json, ['prom', 'Prometheus'])).toEqual(['PBFA97CFB590B2093', 'gone']);
});
