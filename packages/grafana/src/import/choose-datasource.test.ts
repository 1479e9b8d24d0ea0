import { describe, expect, test } from '@jest/globals';
import { chooseDatasource } from './choose-datasource.js';

const source = (uid: string, more: { type?: string; isDefault?: boolean } = {}) => ({
  uid,
  name: `Name of ${uid}`,
  type: 'prometheus',
  isDefault: false,
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
});
