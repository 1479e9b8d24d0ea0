import { describe, expect, test } from '@jest/globals';
import { ReadCache } from './read-cache.js';

function createCache(capacity = 10) {
  const operations: string[] = [];
  const cache = new ReadCache<string>({
    capacity,
    onOperation: (operation) => operations.push(operation),
    onHit: () => operations.push('hit'),
  });
  return { cache, operations };
}

describe('ReadCache', () => {
  test('loads a missing key and answers the next read itself', async () => {
    const { cache, operations } = createCache();
    expect(await cache.get('k', async () => 'first')).toBe('first');
    expect(await cache.get('k', async () => 'second')).toBe('first');
    expect(operations).toEqual(['get', 'set', 'get', 'hit']);
  });

  test('loads once for many readers of one missing key', async () => {
    const { cache } = createCache();
    let loads = 0;
    const load = async () => String(++loads);
    expect(await Promise.all([cache.get('k', load), cache.get('k', load), cache.get('k', load)])).toEqual([
      '1',
      '1',
      '1',
    ]);
  });

  test('a load that began before an invalidation does not come back as the new value', async () => {
    const { cache } = createCache();
    let resolve: (value: string) => void = () => undefined;
    const promise = new Promise<string>((done) => {
      resolve = done;
    });
    const early = cache.get('k', () => promise);
    cache.invalidate('k');
    resolve('stale');
    expect(await early).toBe('stale');
    expect(await cache.get('k', async () => 'fresh')).toBe('fresh');
  });

  test('does not keep a failure', async () => {
    const { cache } = createCache();
    await expect(cache.get('k', async () => Promise.reject(new Error('database away')))).rejects.toThrow(
      'database away',
    );
    expect(await cache.get('k', async () => 'back')).toBe('back');
  });

  test('beyond its capacity forgets what was not read for the longest time', async () => {
    const { cache } = createCache(2);
    const load = (value: string) => async () => value;
    await cache.get('a', load('1'));
    await cache.get('b', load('1'));
    await cache.get('a', load('2'));
    await cache.get('c', load('1'));
    expect(await cache.get('a', load('3'))).toBe('1');
    expect(await cache.get('b', load('3'))).toBe('3');
  });
});
