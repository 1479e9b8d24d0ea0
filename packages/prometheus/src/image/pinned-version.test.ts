import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pinnedVersion } from './pinned-version.js';

describe('the version of Prometheus that a Dockerfile is built from', () => {
  test.each([
    ['its tag', 'FROM prom/prometheus:v3.13.2\n'],
    ['without a v', 'from prometheus:3.13.2'],
    ['with a digest', 'FROM prom/prometheus:v3.13.2@sha256:0011aabb'],
    ['from another registry', 'FROM registry.test:5000/mirror/prom/prometheus:v3.13.2'],
    ['a variant', 'FROM --platform=linux/amd64 prom/prometheus:v3.13.2-distroless AS base'],
    ['an argument', `ARG VERSION=v3.13.2\nFROM prom/prometheus:\${VERSION}`],
    ['a quoted one without braces', 'ARG OTHER VERSION="v3.13.2"\nFROM prom/prometheus:$VERSION'],
    ['the default of one that has none', `ARG VERSION\nFROM prom/prometheus:\${VERSION:-v3.13.2}`],
    ['the last one', 'FROM prom/prometheus:v2.42.0 AS old\nFROM prom/prometheus:v3.13.2\nCOPY --from=old /a /b'],
    [
      'of an earlier stage',
      'FROM prom/prometheus:v3.13.2 AS prometheus\nFROM alpine:3.20.1\nCOPY --from=prometheus /a /b',
    ],
    ['over two lines', 'FROM \\\n  # of long support\n  prom/prometheus:v3.13.2'],
  ])('%s', (_what, dockerfile) => expect(pinnedVersion(dockerfile)).toBe('3.13.2'));

  test('may be a release candidate', () => {
    expect(pinnedVersion('FROM prom/prometheus:v3.14.0-rc.0')).toBe('3.14.0-rc.0');
    expect(pinnedVersion('FROM prom/prometheus:v3.14.0-rc.0-distroless')).toBe('3.14.0-rc.0');
  });

  test.each([
    ['an empty file', ''],
    ['a comment', '# FROM prom/prometheus:v3.13.2'],
    ['no tag', 'FROM prom/prometheus'],
    ['a tag that moves', 'FROM prom/prometheus:latest'],
    ['a digest alone', 'FROM prom/prometheus@sha256:0011aabb'],
    ['an argument that only the build knows', 'ARG VERSION\nFROM prom/prometheus:$VERSION'],
    ['other images', 'FROM acme/prometheus-fly:1.2.3\nFROM prometheus/alertmanager:v0.28.0'],
  ])('is not known by %s', (_what, dockerfile) => expect(pinnedVersion(dockerfile)).toBeUndefined());

  test('is known of the image that is shipped here', () => {
    expect(pinnedVersion(readFileSync('Dockerfile.monitoring', 'utf8'))).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('is read from any text without a crash', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('FROM ', 'ARG A=', '${A', 'prometheus:', '\\', '@', ':-'));
    fc.assert(
      fc.property(fc.array(line), (parts) => {
        expect(pinnedVersion(parts.join('')) ?? '0.0.0').toMatch(/^\d+\.\d+\.\d+/);
      }),
    );
  });
});
