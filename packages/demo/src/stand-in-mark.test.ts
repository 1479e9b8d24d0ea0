import { describe, expect, test } from '@jest/globals';
import { markStandIn, standInWords } from './stand-in-mark.js';

describe('a line of the demo', () => {
  test.each([
    ['flyctl | --> Building image with Depot', 'flyctl (stand-in) | --> Building image with Depot'],
    ['flyctl | image size: 1 MB', 'flyctl (stand-in) | image size: 1 MB'],
    ['flyctl | ', 'flyctl (stand-in) | '],
    ['Grafana 12.4.3 at http://127.0.0.1:1', 'Grafana (stand-in) 12.4.3 at http://127.0.0.1:1'],
  ])('is marked when a stand-in speaks: %s', (line, marked) => {
    expect(markStandIn(line, { grafana: true })).toBe(marked);
  });

  test.each(['→ deploy fechatter: first deploy', 'Looking at Prometheus at https://x.fly.dev', 'created: Grafana 1'])(
    'is left alone when our own command speaks: %s',
    (line) => {
      expect(markStandIn(line, { grafana: true })).toBe(line);
    },
  );

  test('is not marked when it is about a Grafana of the person', () => {
    const line = 'Grafana 13.1.3 at https://acme.grafana.net';
    expect(markStandIn(line, { grafana: false })).toBe(line);
    expect(markStandIn('flyctl | x', { grafana: false })).toBe('flyctl (stand-in) | x');
  });
});

test('the demo says at its start what is real and what is not', () => {
  const words = (grafana: boolean) => standInWords({ grafana, prometheusVersion: '3.5.3' }).join('\n');
  expect(words(true)).toMatch(/^Real: Prometheus 3\.5\.3.*\nStand-ins.*Fly\.io.* and Grafana\./);
  expect(words(false)).toMatch(/^Real:.*your Grafana\.\nStand-ins.*addresses\)\./);
});
