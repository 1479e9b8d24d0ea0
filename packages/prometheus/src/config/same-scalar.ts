import { posix } from 'node:path';
import { booleanOf, isNull, numberOf, parsePrometheusDuration, parseSizeBytes } from '../yaml/scalar-types.js';
import type { YamlScalar } from '../yaml/yaml-tree.js';

export interface ScalarPlace {
  /** Such as `scrape_configs[web].relabel_configs[0].action`. */
  readonly path: string;
}

/**
 * Does Prometheus show this value when the file holds that one? Prometheus writes each value by the type of its field,
 * and quotes texts that look like something else, so what is loaded tells how the file is to be read.
 */
export function isSameScalar(wanted: YamlScalar, loaded: YamlScalar, place: ScalarPlace): boolean {
  if (isNull(wanted) || wanted.text === loaded.text || loaded.text === hidden) return true;
  const on = booleanOf(loaded);
  if (on !== undefined) return booleanOf(wanted) === on;
  const number = numberOf(loaded);
  // Where the file says 0, Prometheus fills in its default.
  if (number !== undefined) return numberOf(wanted) === number || numberOf(wanted) === 0;
  return isSameText(wanted.text, loaded.text, place);
}

/** Prometheus leaves out what is empty or off, and no text of its owner but an empty one. */
export function mayBeLeftOut(wanted: YamlScalar, { path }: ScalarPlace): boolean {
  if (wanted.text === '' || isNull(wanted)) return true;
  if (isOwnText(path)) return false;
  return booleanOf(wanted) === false || numberOf(wanted) === 0 || parsePrometheusDuration(wanted.text) === 0;
}

/** Prometheus writes these in place of a secret and of a password in an address. */
const hidden = '<secret>';
const hiddenInAddress = /:\/\/[^/@]*@/;

/** Texts of their owner, which Prometheus takes as they are. */
const ownTexts = /(?:^|\.)(?:labels|params)\.|\.(?:regex|replacement|separator|target_label|source_labels\[\d+\])$/;

const externalLabels = 'global.external_labels.';

function isOwnText(path: string): boolean {
  return path.startsWith(externalLabels) || ownTexts.test(path);
}

function isSameText(here: string, there: string, { path }: ScalarPlace): boolean {
  if (path.startsWith(externalLabels)) return isExpanded(here, there);
  if (isOwnText(path)) return false;
  return (
    (path.endsWith('.action') && here.toLowerCase() === there) ||
    isExpanded(here, there) ||
    isSameDuration(here, there) ||
    isSameSize(here, there) ||
    isSameFile(here, there) ||
    isSameAddress(here, there)
  );
}

const variable = /\$(?:\$|\{[^}]*\}|\w+|[*#@!?-])/g;

/**
 * Prometheus expands variables of the environment in external labels (`$X`, `${X}`, and `$$` for the sign itself), and
 * an entrypoint may fill in others.
 */
function isExpanded(here: string, there: string): boolean {
  const parts = here.split(variable);
  if (parts.length === 1) return false;
  let rest = there;
  const [first = '', ...others] = parts;
  if (!rest.startsWith(first)) return false;
  rest = rest.slice(first.length);
  const last = others.pop() ?? '';
  for (const part of others) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return rest.endsWith(last);
}

/** `90s` comes back as `1m30s`; for 0 Prometheus fills in its default. */
function isSameDuration(here: string, there: string): boolean {
  const ms = parsePrometheusDuration(here);
  const loadedMs = parsePrometheusDuration(there);
  return ms !== undefined && loadedMs !== undefined && (ms === loadedMs || ms === 0);
}

/** `1.5GB` comes back as `1GiB512MiB`. */
function isSameSize(here: string, there: string): boolean {
  const bytes = parseSizeBytes(here);
  return bytes !== undefined && bytes === parseSizeBytes(there);
}

/** Relative paths are taken from the folder of the configuration. */
function isSameFile(here: string, there: string): boolean {
  return there.startsWith('/') && there.endsWith(`/${posix.normalize(here).replace(/^(\.\.?\/)+/, '')}`);
}

/** Prometheus writes the scheme in small letters, and escapes what an address cannot hold. */
function isSameAddress(here: string, there: string): boolean {
  if (!/^\w+:\/\//.test(here) || !URL.canParse(here) || !URL.canParse(there)) return false;
  const bare = (text: string) => new URL(text).href.replace(hiddenInAddress, '://');
  return hiddenInAddress.test(here) === hiddenInAddress.test(there) && bare(here) === bare(there);
}
