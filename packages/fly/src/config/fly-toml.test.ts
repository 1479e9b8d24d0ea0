import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { parseFlyToml } from './fly-toml.js';
import { hasPublicServices, sleepingGroups } from './read-out.js';
import { renderFlyToml } from './render-fly-toml.js';

const toml = `
app = "fechatter"          # the app
primary_region = "nrt"
[build]
  dockerfile = "docker/Dockerfile.fly"
[deploy]
  strategy = "rolling"
  wait_timeout = "5m"
  max_unavailable = 1.0
[env]
  PORT = 8080
[processes]
  app = "node a.js"
  notify = "node b.js"
[http_service]
  internal_port = 8080
  processes = ["app"]
  auto_stop_machines = "stop"
[[services]]
  internal_port = 9091
  protocol = "tcp"
  processes = ["notify"]
  auto_stop_machines = false
  [[services.ports]]
    port = 9091
    handlers = ["tls", "http"]
[[mounts]]
  source = "data"
  destination = "/data"
  initial_size = "10gb"
`;

describe('a fly.toml', () => {
  const config = parseFlyToml(toml, 'fly.toml');

  test('is read for what the suite needs', () => {
    expect(config).toMatchObject({
      app: 'fechatter',
      primaryRegion: 'nrt',
      processGroups: ['app', 'notify'],
      env: { PORT: '8080' },
      build: { dockerfile: 'docker/Dockerfile.fly' },
      deploy: { strategy: 'rolling', waitTimeoutMs: 300_000 },
      mounts: [{ source: 'data', destination: '/data', initialSizeGb: 10, groups: ['app'] }],
    });
    expect(config.services).toMatchObject([
      {
        internalPort: 8080,
        groups: ['app'],
        autoStop: 'stop',
        ports: [{ port: 80 }, { port: 443, handlers: ['tls', 'http'] }],
      },
      { internalPort: 9091, groups: ['notify'], autoStop: 'off', ports: [{ port: 9091, handlers: ['tls', 'http'] }] },
    ]);
  });

  test('tells what is public and which groups sleep', () => {
    expect(hasPublicServices(config)).toBe(true);
    expect([...sleepingGroups(config)]).toEqual(['app']);
    expect(hasPublicServices(parseFlyToml('[[services]]\ninternal_port = 1', 'f'))).toBe(false);
  });

  test('without processes has the group "app"', () => {
    expect(parseFlyToml('app = "x"', 'fly.toml').processGroups).toEqual(['app']);
  });

  test.each([
    ['app = 5', 'app is a bigint; expected a text'],
    ['[http_service]\nauto_stop_machines = "maybe"', 'http_service.auto_stop_machines'],
    ['[[services]]\n[[services.ports]]\nport = "many"', 'services[0].ports[0].port'],
    ['[[mounts]]\nsource = "a"', 'mounts[0].destination is nothing'],
    ['[deploy]\nwait_timeout = "soon"', 'deploy.wait_timeout'],
    ['app = ', 'is not TOML'],
  ])('with %j names the wrong field', (text, problem) => {
    expect(() => parseFlyToml(text, 'conf/fly.toml')).toThrow(problem);
    expect(() => parseFlyToml(text, 'conf/fly.toml')).toThrow('conf/fly.toml');
  });

  test('of any text is a value or an error with a code', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseFlyToml(text, 'fly.toml');
        } catch (error) {
          expect(error).toMatchObject({ code: 'FILE_INVALID' });
        }
      }),
    );
  });
});

describe('a rendered fly.toml', () => {
  test('differs only in what was asked for', () => {
    const rendered = renderFlyToml(toml, { file: 'fly.toml', publicServices: 'kept', env: { ACCESS: 'open' } });
    const wanted = { ...parse(toml), build: {}, env: { PORT: 8080, ACCESS: 'open' } };
    expect(parse(rendered)).toEqual(wanted);
    expect(rendered).toContain('max_unavailable = 1.0');
  });

  test('without public services keeps those of the private network', () => {
    const flycast = '\n[[services]]\n  internal_port = 5\n  processes = ["app"]\n';
    const rendered = renderFlyToml(toml + flycast, { file: 'fly.toml', publicServices: 'none' });
    expect(parseFlyToml(rendered, 'x').services).toMatchObject([{ internalPort: 5, ports: [] }]);
  });

  test('takes another app and region', () => {
    const rendered = renderFlyToml(toml, { file: 'f', publicServices: 'kept', app: 'other', primaryRegion: 'fra' });
    expect(parseFlyToml(rendered, 'f')).toMatchObject({ app: 'other', primaryRegion: 'fra' });
  });
});
