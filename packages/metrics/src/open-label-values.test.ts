import { describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { defineMetrics } from './index.js';

const shop = defineMetrics(
  { shop_carts: { type: 'gauge', help: 'Carts that are open.', labels: { tenant: null } } },
  { service: 'shop' },
);

async function cartsIn(registry: Registry): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith('shop_carts'));
}

describe('a label whose values a client may send', () => {
  test('has no series for values that are very long, or no text', async () => {
    const registry = new Registry();
    const { shop_carts } = shop.register(registry);
    const longest = 'x'.repeat(256);
    const values: unknown[] = [longest, `${longest}x`, { toString: 'sent by a client' }, ['a', 'b'], null, 7];
    // @ts-expect-error some are no strings
    for (const tenant of values) shop_carts.inc({ tenant });
    expect((await cartsIn(registry)).sort()).toEqual([
      'shop_carts{tenant="7"} 1',
      'shop_carts{tenant="overflow"} 4',
      `shop_carts{tenant="${longest}"} 1`,
    ]);
  });

  test('has one series for values that are alike in UTF-8', async () => {
    const registry = new Registry();
    const { shop_carts } = shop.register(registry);
    for (const tenant of ['half \ud800', 'half \udfff', 'whole \u{1f600}']) shop_carts.inc({ tenant });
    expect(await cartsIn(registry)).toEqual([
      'shop_carts{tenant="half \ufffd"} 2',
      'shop_carts{tenant="whole \u{1f600}"} 1',
    ]);
  });
});
