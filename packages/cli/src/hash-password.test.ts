import { describe, expect, test } from '@jest/globals';
import { hashPasswordLines } from './hash-password.js';

const environment = { PROMETHEUS_PASSWORD: 'correct horse' };

describe('the lines of hash-password', () => {
  test('are for the app that fly.monitoring.toml names', () => {
    const named = hashPasswordLines({ environment: { ...environment, MONITORING_APP: 'shop-eye' }, config: undefined });
    expect(hashPasswordLines({ environment, config: 'app = "shop-eye"\n' })).toBe(named);
    expect(hashPasswordLines({ environment, config: 'app = "other"\n' })).not.toBe(named);
  });

  test.each([undefined, '[env]\n'])("are for nobody's app when nothing names it", (config) => {
    expect(() => hashPasswordLines({ environment, config })).toThrow(/names the monitoring app.*MONITORING_APP/);
  });
});
