import { describe, expect, test } from '@jest/globals';
import type { Datasource } from '../api/datasources.js';
import { chooseDatasource as choose, type DatasourceWish } from './choose-datasource.js';

const chooseDatasource = (all: readonly Datasource[], named: string | undefined, shows?: DatasourceWish['shows']) =>
  choose(all, { named, shows });

const source = (uid: string, more: Partial<Datasource> = {}): Datasource => ({
  uid,
  name: `Name of ${uid}`,
  type: 'prometheus',
  url: `http://${uid}.test`,
  isDefault: false,
  isReadOnly: false,
  ...more,
});
const cloud = [
  source('grafanacloud-usage'),
  source('grafanacloud-prom'),
  source('grafanacloud-logs', { type: 'loki', isDefault: true }),
];

describe('chooseDatasource', () => {
  test.each([
    ['the default one', [source('a'), source('b', { isDefault: true })], 'b'],
    ["Grafana Cloud's own, not the one with its bills", cloud, 'grafanacloud-prom'],
    ['the only one', [source('a'), source('logs', { type: 'loki', isDefault: true })], 'a'],
  ])('takes %s when nobody says which', (_, all, uid) => {
    expect(chooseDatasource(all, undefined)).toMatchObject({ kind: 'chosen', datasource: { uid } });
  });

  test.each(['a', 'Name of a'])('finds the one asked for by uid or name (%s)', (wanted) => {
    expect(chooseDatasource([source('b', { isDefault: true }), source('a')], wanted)).toMatchObject({
      datasource: { uid: 'a' },
    });
  });

  test.each([
    ['there is none', [], undefined, 'no data source of type prometheus'],
    ['there are several', [source('a'), source('b')], undefined, '2 data sources'],
    ['the one asked for is missing', [source('a')], 'b', 'no data source "b"'],
    ['the one asked for is of another type', [source('l', { type: 'loki' })], 'l', 'of type loki'],
  ])('asks rather than guesses when %s', (_, all, wanted, words) => {
    expect(chooseDatasource(all, wanted)).toMatchObject({ kind: 'unclear', problem: expect.stringContaining(words) });
  });

  describe('that shows a Prometheus which is known', () => {
    const shows = { uid: 'prometheus-shop', addresses: ['https://shop.fly.dev'], sendsToGrafanaCloud: false };
    const usual = source('usual', { isDefault: true });

    test.each([
      ['the one that was made for it', [usual, source('prometheus-shop')], 'prometheus-shop'],
      ['one with its address', [usual, source('a', { url: 'https://SHOP.fly.dev:443/' })], 'a'],
      [
        'of several with its address the default one',
        [source('a', { url: 'https://shop.fly.dev' }), source('b', { url: 'https://shop.fly.dev', isDefault: true })],
        'b',
      ],
    ])('is %s', (_, all, uid) => {
      expect(chooseDatasource(all, undefined, shows)).toMatchObject({ datasource: { uid }, isGuess: false });
    });

    test("is Grafana Cloud's own where it sends its samples there, and the default one is another", () => {
      const all = [source('usual', { isDefault: true }), source('grafanacloud-prom')];
      const sending = { ...shows, sendsToGrafanaCloud: true };
      expect(chooseDatasource(all, undefined, sending)).toMatchObject({ datasource: { uid: 'grafanacloud-prom' } });
      expect(chooseDatasource(all, undefined, shows)).toMatchObject({ datasource: { uid: 'usual' }, isGuess: true });
    });

    test('does not go before one that somebody names', () => {
      const all = [source('prometheus-shop'), usual];
      expect(chooseDatasource(all, 'usual', shows)).toMatchObject({ datasource: { uid: 'usual' }, isGuess: false });
    });
  });
});
