import { instructionsOf } from '@fly-monitoring/kit';

/** Of all images that a Dockerfile is built from; a registry, its port and a digest may stand around it. */
const image = /^(?:[^@]*\/)?prometheus(?::([^@:/]+))?(?:@.*)?$/;
/** What follows names a variant of the same version, as in v3.13.2-distroless. */
const releaseTag = /^v?(\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+)?)(?:[-+].*)?$/;

/**
 * The version of Prometheus that a Dockerfile is built from: the tag of the last image called prometheus. Undefined where
 * it names none: another image, only a digest, or a tag that moves.
 */
export function pinnedVersion(dockerfile: string): string | undefined {
  const args = new Map<string, string>();
  let tag: string | undefined;
  for (const { keyword, rest } of instructionsOf(dockerfile)) {
    if (keyword === 'ARG') for (const [name, value] of defaultsOf(rest)) args.set(name, value);
    if (keyword !== 'FROM') continue;
    const found = image.exec(filledIn(imageOf(rest), args));
    if (found !== null) tag = found[1] ?? '';
  }
  return releaseTag.exec(tag ?? '')?.[1];
}

function imageOf(rest: string): string {
  return rest.split(/\s+/).find((word) => !word.startsWith('--')) ?? '';
}

/** ARG may declare several, each with or without a default. */
function defaultsOf(rest: string): readonly (readonly [string, string])[] {
  return rest.split(/\s+/).flatMap((word) => {
    const [, name, value] = /^(\w+)=["']?(.*?)["']?$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}

function filledIn(text: string, args: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:(\w+)|\{(\w+)(?::?-([^}]*))?\})/g, (_all, plain?: string, braced?: string, usual = '') => {
    const value = args.get(plain ?? braced ?? '') ?? '';
    return value === '' ? String(usual) : value;
  });
}
