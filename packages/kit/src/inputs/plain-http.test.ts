import { describe, expect, test } from '@jest/globals';
import { hostNames, plainHttpProblems, readableHost, unusedInsecureHosts } from './plain-http.js';

describe('an address is safe for a secret', () => {
  test.each([
    'https://grafana.example.com',
    'HTTPS://GRAFANA.EXAMPLE.COM',
    'http://localhost:3000',
    'http://LOCALHOST',
    'http://localhost.',
    'http://127.0.0.1:9090/path',
    'http://127.255.3.4',
    'http://127.0.0.1.',
    'http://[::1]:9090',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::FFFF:7f00:1]',
    // The ways to write 127.0.0.1 that URL knows.
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'http://fechatter-monitoring.internal:9090',
    'http://web.process.shop.internal',
    'http://fechatter-monitoring.internal.:9090',
    'http://SHOP.FLYCAST',
  ])('%s', (url) => {
    expect(readableHost(url)).toBeUndefined();
  });
});

describe('a secret would be readable on the way to the host of', () => {
  test.each([
    ['http://grafana.lan:3000', 'grafana.lan'],
    ['HTTP://Grafana.LAN.', 'grafana.lan'],
    ['http://10.0.0.1', '10.0.0.1'],
    ['http://0.0.0.0', '0.0.0.0'],
    ['http://128.0.0.1', '128.0.0.1'],
    ['http://[::]', '[::]'],
    ['http://[fdaa::3]:9090', '[fdaa::3]'],
    ['http://[::ffff:10.0.0.1]', '[::ffff:a00:1]'],
    ['http://localhost.evil.com', 'localhost.evil.com'],
    ['http://127.0.0.1.evil.com', '127.0.0.1.evil.com'],
    ['http://evil.localhost', 'evil.localhost'],
    ['http://notlocalhost', 'notlocalhost'],
    ['http://shop.internal.evil.com', 'shop.internal.evil.com'],
    ['http://internal', 'internal'],
    ['http://.internal', '.internal'],
    ['http://evilinternal', 'evilinternal'],
    ['http://localhost@evil.com', 'evil.com'],
    ['http://shop.internal:80@evil.com', 'evil.com'],
    ['http://evil.com\\@localhost', 'evil.com'],
    ['http://evil.com#.internal', 'evil.com'],
    ['http://evil.com?.internal', 'evil.com'],
    ['http://evil.com/.flycast', 'evil.com'],
    ['http:evil.com', 'evil.com'],
  ])('%s', (url, host) => {
    expect(readableHost(url)).toBe(host);
  });
});

describe('an address with a credential', () => {
  const grafana = { input: 'grafana-url', url: 'http://grafana.lan:3000', credential: 'grafana-token' };

  test('is refused over plain http, and the sentence says what to do', () => {
    expect(plainHttpProblems([grafana])).toEqual([
      'Input "grafana-url" is "http://grafana.lan:3000"; it must begin with https://, as the secret of "grafana-token" would be readable on the way to grafana.lan. Where that network is trusted, name the host in the input "allow-insecure-http": grafana.lan.',
    ]);
  });

  test('is taken when its host was allowed, and another one is not', () => {
    expect(plainHttpProblems([grafana], ['grafana.lan'])).toEqual([]);
    expect(plainHttpProblems([grafana], ['prometheus.lan', 'lan'])).toHaveLength(1);
  });

  test('is refused with the name that was nearly allowed', () => {
    expect(plainHttpProblems([grafana], ['grafna.lan'])).toEqual([
      expect.stringContaining('Input "allow-insecure-http" names grafna.lan; did you mean grafana.lan?'),
    ]);
  });

  test('is no matter without a credential, or without an address', () => {
    expect(plainHttpProblems([{ ...grafana, credential: undefined }])).toEqual([]);
    expect(plainHttpProblems([{ ...grafana, url: undefined }])).toEqual([]);
  });

  test('leaves over what was allowed for nothing, with what it may have meant', () => {
    const urls = ['http://grafana.lan:3000', 'https://prometheus.lan'];
    expect(unusedInsecureHosts(urls, ['grafana.lan', 'grafna.lan', 'prometheus.lan'])).toEqual([
      { host: 'grafna.lan', near: 'grafana.lan' },
      { host: 'prometheus.lan', near: undefined },
    ]);
  });
});

describe('a list of hosts', () => {
  const { parse } = hostNames({ help: '' });

  test('is read in the form in which addresses are compared', () => {
    const value = ['grafana.lan', '10.0.0.1', '[fdaa::3]', '127.0.0.1', '[::1]'];
    expect(parse('Grafana.LAN.\n10.0.0.1, fdaa:0::3\n0x7f.1, [::1], grafana.lan')).toEqual({ ok: true, value });
  });

  test.each([
    'http://grafana.lan',
    'grafana.lan:3000',
    'grafana.lan/path',
    '*.lan',
    'user@grafana.lan',
    'a b',
    '[::1',
    '256.1.1.1',
    'a\\b',
  ])('refuses %s', (item) => {
    expect(parse(`grafana.lan\n${item}`)).toMatchObject({ ok: false, problem: expect.stringContaining(`"${item}"`) });
  });
});
