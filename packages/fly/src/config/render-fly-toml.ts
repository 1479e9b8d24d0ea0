import { stringify } from 'smol-toml';
import { parseToml } from './fly-toml.js';
import { inTodaysForm } from './old-forms.js';

export interface FlyTomlVariant {
  readonly file: string;
  readonly app?: string;
  readonly primaryRegion?: string;
  /** `none` takes every public service out. */
  readonly publicServices: 'kept' | 'none';
  /** Laid over what the file has. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The same configuration, changed where a deploy needs it; for a temporary file, as comments are lost.
 *
 * `build.dockerfile` and `build.ignorefile` are taken out: flyctl reads them relative to the file, which lies elsewhere
 * now, and prefers them to its flags; an ignore file that is not there silently means no rules.
 */
export function renderFlyToml(text: string, variant: FlyTomlVariant): string {
  const root = inTodaysForm(parseToml(text, variant.file));
  if (variant.app !== undefined) root['app'] = variant.app;
  if (variant.primaryRegion !== undefined) root['primary_region'] = variant.primaryRegion;
  if (variant.publicServices === 'none') removePublicServices(root);
  if (isTable(root['build'])) {
    const { dockerfile: _, ignorefile: __, ...build } = root['build'];
    root['build'] = build;
  }
  if (variant.env !== undefined) root['env'] = { ...(isTable(root['env']) ? root['env'] : {}), ...variant.env };
  return stringify(root, { numbersAsFloat: true });
}

/** A service without ports stays: it is reached by Flycast only. */
function removePublicServices(root: Record<string, unknown>): void {
  delete root['http_service'];
  const services = [root['services'] ?? []]
    .flat()
    .filter((service) => isTable(service) && service['ports'] === undefined);
  if (services.length === 0) delete root['services'];
  else root['services'] = services;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
