import { describe, expect, test } from '@jest/globals';
import { hashPasswordLines } from './hash-password.js';

const environment = { PROMETHEUS_PASSWORD: 'correct horse' };

describe('the lines of hash-password', () => {
  test('are for the app that fly.monitoring.toml names', async () => {
    const named = await hashPasswordLines({
      environment: { ...environment, MONITORING_APP: 'shop-eye' },
      config: undefined,
    });
    expect(await hashPasswordLines({ environment, config: 'app = "shop-eye"\n' })).toBe(named);
    expect(await hashPasswordLines({ environment, config: 'app = "other"\n' })).not.toBe(named);
  });

  test.each([undefined, '[env]\n'])("are for nobody's app when nothing names it", async (config) => {
    await expect(hashPasswordLines({ environment, config })).rejects.toThrow(
      /names the monitoring app.*MONITORING_APP/,
    );
  });
});
