import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import bcrypt from 'bcryptjs';
import { prometheusBasicAuth, prometheusSelfAuth } from './basic-auth.js';

const credentials = { app: 'fechatter-monitoring', user: 'admin', password: new Secret('correct horse') };

describe('the line for basic auth', () => {
  test('is the user and a bcrypt hash that the password opens', async () => {
    const line = (await prometheusBasicAuth(credentials)).reveal();
    expect(line).toMatch(/^admin:\$2b\$10\$[./A-Za-z0-9]{53}$/);
    expect(bcrypt.compareSync('correct horse', line.slice('admin:'.length))).toBe(true);
  });

  test('is the same for the same password, and another for another app', async () => {
    const line = (await prometheusBasicAuth(credentials)).reveal();
    expect((await prometheusBasicAuth(credentials)).reveal()).toBe(line);
    expect((await prometheusBasicAuth({ ...credentials, app: 'other' })).reveal()).not.toBe(line);
  });
});

test('Prometheus gets a password of its own, which opens its own hash', async () => {
  const [password = '', hash = ''] = (await prometheusSelfAuth(credentials)).reveal().split(':');
  expect(password).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(bcrypt.compareSync(password, hash)).toBe(true);
});
