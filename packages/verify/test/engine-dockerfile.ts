import { findEngine, upstreamVersion } from '@fly-monitoring/testing/engines';

/** A Dockerfile that pins the version of an engine of this computer. */
export function dockerfileOf(engine: 'prometheus-2' | 'prometheus-3'): string {
  const found = findEngine(engine);
  return `FROM prom/prometheus:v${found.found ? upstreamVersion(found.version) : ''}\n`;
}
