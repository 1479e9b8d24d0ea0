import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { environmentUid, placeInEnvironment, relinked } from './environment.js';
import { wantedDashboard } from './wanted-dashboard.js';

const grafanaUrl = 'https://shop.grafana.net';

function staged(json: object): unknown {
  const documents = [
    { uid: 'shop', title: 'Shop', ...json },
    { uid: 'cart', title: 'Cart' },
  ];
  const wanted = documents.map((one) =>
    wantedDashboard({ ...one, file: `${one.uid}.json`, json: one, notes: [] }, { json: one }),
  );
  return placeInEnvironment(wanted, { environment: 'staging', grafanaUrl })[0]?.json;
}

describe('a dashboard in an environment', () => {
  test('has a uid and a title of its own', () => {
    expect(staged({})).toEqual({ uid: 'shop-staging', title: 'Shop (staging)' });
  });

  test.each([
    ['/d/cart', '/d/cart-staging'],
    ['/d/cart/cart?var-a=b', '/d/cart-staging/cart?var-a=b'],
    ['see [the cart](/d/cart) and [us](/d/shop)', 'see [the cart](/d/cart-staging) and [us](/d/shop-staging)'],
    ['/d-solo/cart?panelId=2', '/d-solo/cart-staging?panelId=2'],
    ['https://shop.grafana.net/d/cart', 'https://shop.grafana.net/d/cart-staging'],
    ['https://other.grafana.net/d/cart', 'https://other.grafana.net/d/cart'],
    ['/d/cart-old', '/d/cart-old'],
    ['/d/unknown', '/d/unknown'],
  ])('links %s as %s', (before, after) => {
    expect(staged({ links: [{ url: before }] })).toMatchObject({ links: [{ url: after }] });
  });

  test.each([
    ['custom', {}, 'staging', {}],
    ['query', { multi: true }, ['staging'], {}],
    ['constant', { query: 'dev' }, 'staging', { query: 'staging' }],
  ])('opens a variable "environment" of type %s at it', (type, own, value, query) => {
    const list = [{ name: 'environment', type, ...own }, { name: 'job' }];
    expect(staged({ templating: { list } })).toMatchObject({
      templating: { list: [{ current: { text: value, value }, ...query }, { name: 'job' }] },
    });
  });
});

describe('the uid in an environment', () => {
  test.each([
    ['shop', 'staging', /^shop-staging$/],
    ['shop', 'Staging', /^shop-staging-[0-9a-f]{8}$/],
    ['shop', 'eu.west', /^shop-eu-west-[0-9a-f]{8}$/],
    ['a'.repeat(40), 'staging', /^a{20}-staging-[0-9a-f]{8}$/],
    ['shop', 'e'.repeat(64), /^shop-e{26}-[0-9a-f]{8}$/],
  ])('of %s in %s', (uid, environment, pattern) => {
    expect(environmentUid(uid, environment)).toMatch(pattern);
  });

  test('is one that Grafana takes, and another for every dashboard and environment', () => {
    const uids = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
    const names = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
    fc.assert(
      fc.property(uids, uids, names, names, (one, other, first, second) => {
        const made = environmentUid(one, first);
        expect(made).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
        if (one !== other) expect(environmentUid(other, first)).not.toBe(made);
        if (first !== second) expect(environmentUid(one, second)).not.toBe(made);
      }),
    );
  });
});

test('links are changed back as they were changed', () => {
  const there = new Map([['cart', 'cart-staging']]);
  const back = new Map([['cart-staging', 'cart']]);
  const text = '[cart](/d/cart/x) https://other/d/cart';
  expect(relinked(relinked(text, { uids: there, grafanaUrl }), { uids: back, grafanaUrl })).toBe(text);
});
