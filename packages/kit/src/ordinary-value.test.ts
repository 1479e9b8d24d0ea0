import { describe, expect, test } from '@jest/globals';
import { pairs } from './inputs/input-kinds.js';
import { protectInputs } from './inputs/protect-inputs.js';
import { isOrdinary } from './ordinary-value.js';

describe('a NAME=value', () => {
  test.each([
    ['NODE_ENV', 'prod'],
    ['NODE_ENV', 'production'],
    ['APP_NAME', 'fechatter'],
    ['LOG_LEVEL', 'information'],
    ['REGION', 'us-east-1'],
    ['PRIMARY', 'fechatter-monitoring'],
    ['ORIGIN', 'https://shop.fly.dev'],
    ['MIRROR', 'https://eu1.example.com:8443/api/v2'],
    ['HOSTS', 'shop.fly.dev,www.shop.dev'],
    ['MAIL_FROM', 'admin@shop.dev'],
    ['STARTED', '2026-11-28T12:00:00Z'],
    ['VERSION', 'v1.20.300'],
    ['PORT', '80801234'],
    ['ENABLED', 'TRUE'],
    ['SHORT', 'x9$k'],
  ])('%s=%s is a setting', (name, value) => {
    expect(isOrdinary(name, value)).toBe(true);
  });

  test.each([
    ['DB_PASSWORD', 'fechatter'],
    ['API_TOKEN', 'production'],
    ['STRIPE', 'sk_live_51HqJ2kL9mN3pQ'],
    ['DATABASE_URL', 'postgres://shop:hunter2@db.internal:5432/shop'],
    ['SENTRY', 'https://8f3b9c1d2e4a5f6071829304a5b6c7d8@o1.ingest.sentry.io/42'],
    ['WEBHOOK', 'https://hooks.example.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'],
    ['SIGNED', 'https://shop.dev/file?signature=abc'],
    ['ANYTHING', 'aGhKpLmNqRsT'],
    ['HEX', '4f1c2d3e4f5a6b7c8d9e'],
    ['LONG', 'qwertyuiopasdfghjklzxcvbnm'],
  ])('%s=%s may be a secret', (name, value) => {
    expect(isOrdinary(name, value)).toBe(false);
  });

  test('is hidden when it may be a secret, and only then', () => {
    const hidden: string[] = [];
    const given = { secrets: 'NODE_ENV=prod\nAPP_NAME=shop\nDB_PASSWORD=correct horse\n\nno pair' };
    protectInputs({ secrets: pairs({ help: '' }) }, { given, environment: {} }, (one) => hidden.push(one.reveal()));
    expect(hidden).toEqual(['correct horse']);
  });
});
