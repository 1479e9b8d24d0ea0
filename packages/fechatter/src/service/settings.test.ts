import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serviceNames } from './names.js';
import { parseSettings, SettingsError } from './settings.js';

function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  throw new Error('There was no SettingsError');
}

describe('parseSettings', () => {
  test('needs nothing: each service has its port on every address of the machine', () => {
    const { host, ports, natsUrl, secret } = parseSettings({}, serviceNames);
    expect(host).toBe('::');
    expect(ports).toEqual({ fechatter_server: 9090, notify_server: 9091, bot_server: 9092, analytics_server: 7778 });
    expect(natsUrl).toBe('nats://127.0.0.1:4222');
    expect(secret.origin).toBe('public-default');
  });

  test('takes an empty variable for one that is not set', () => {
    expect(parseSettings({ PORT: '', NATS_URL: '', CLICKHOUSE_URL: '' }, serviceNames)).toEqual({
      ...parseSettings({}, serviceNames),
      environment: { PORT: '', NATS_URL: '', CLICKHOUSE_URL: '' },
    });
  });

  test('finds the nats group of its own app on Fly, whatever the app is called', () => {
    const { natsUrl } = parseSettings({ FLY_APP_NAME: 'fechatter-staging' }, ['bot_server']);
    expect(natsUrl).toBe('nats://nats.process.fechatter-staging.internal:4222');
  });

  test('keeps the databases of two machines that share a temporary folder apart', () => {
    const [one, other] = ['a', 'b'].map((id) => parseSettings({ FLY_MACHINE_ID: id }, ['analytics_server']));
    expect(one?.analyticsDatabase).not.toBe(other?.analyticsDatabase);
  });

  test('PORT moves the one service that runs, a variable of its own wins', () => {
    expect(parseSettings({ PORT: '8080' }, ['bot_server']).ports.bot_server).toBe(8080);
    expect(parseSettings({ PORT: '8080', BOT_SERVER_PORT: '8081' }, ['bot_server']).ports.bot_server).toBe(8081);
  });

  test('PORT cannot serve four services at once', () => {
    expect(errorOf(() => parseSettings({ PORT: '8080' }, serviceNames))).toContain('PORT: names one port');
  });

  test('reports everything that is wrong in one error, without the values', () => {
    const message = errorOf(() =>
      parseSettings({ PORT: '99999', NATS_URL: 'http://broker', FECHATTER_SECRET: 'hunter2' }, ['bot_server']),
    );
    for (const variable of ['PORT', 'NATS_URL', 'FECHATTER_SECRET']) expect(message).toContain(`- ${variable}: `);
    expect(message).not.toContain('hunter2');
  });

  test('takes every port there is and no other number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double()), (port) => {
        const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
        const parse = () => parseSettings({ PORT: String(port) }, ['bot_server']).ports.bot_server;
        if (isPort) expect(parse()).toBe(port === 0 ? 0 : port);
        else expect(parse).toThrow(SettingsError);
      }),
    );
  });
});
