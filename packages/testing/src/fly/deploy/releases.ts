import type { Fields } from '../config/fields.js';
import { newUlid } from '../machines/ids.js';
import type { App, Release } from '../platform/model.js';

export function createRelease(
  app: App,
  wanted: { imageRef: string; config: Fields; strategy: string; reason: string },
): Release {
  const version = (app.releases.at(-1)?.version ?? 0) + 1;
  const release: Release = {
    ...wanted,
    id: newUlid(),
    version,
    status: 'pending',
    description: wanted.reason === 'deploy' ? `Release v${version}` : 'Update secrets',
    createdAt: new Date().toISOString(),
  };
  app.releases.push(release);
  return release;
}

export function secretValues(app: App): ReadonlyMap<string, string> {
  return new Map([...app.secrets].map(([name, secret]) => [name, secret.value]));
}
