import type { Files } from '@fly-monitoring/kit';
import { type BadIgnoreFile, type IgnoreRules, parseIgnoreRules } from './ignore-rules.js';

export interface BuildPlaces {
  /** All absolute. */
  readonly context: string;
  readonly dockerfile: string;
  /** `ignorefile` of `[build]`. */
  readonly ignoreFile: string | undefined;
}

export interface IgnoreFiles {
  /** As they are written, for the digest. */
  readonly texts: readonly string[];
  readonly rules: readonly IgnoreRules[];
}

/**
 * The ignore files that count. BuildKit, which builds nearly always, takes the one beside the Dockerfile, else that of
 * the context (frontend/dockerui/config.go); flyctl gives `ignorefile` only to builders without BuildKit (flyctl
 * internal/build/imgsrc/archive.go). Which builder it will be is not known before, so with `ignorefile` both count.
 */
export async function readIgnoreFiles(
  { context, dockerfile, ignoreFile }: BuildPlaces,
  files: Pick<Files, 'readText'>,
): Promise<IgnoreFiles | BadIgnoreFile> {
  const beside = await files.readText(`${dockerfile}.dockerignore`);
  const ofBuildKit = beside ?? (await files.readText(`${context}/.dockerignore`)) ?? '';
  // A named file that is missing is read by flyctl as a file with this one line.
  const named = ignoreFile === undefined ? [] : [(await files.readText(ignoreFile)) ?? 'fly.toml'];
  const texts = [ofBuildKit, ...named];
  const rules: IgnoreRules[] = [];
  for (const parsed of texts.map(parseIgnoreRules)) {
    if ('badPattern' in parsed) return parsed;
    rules.push(parsed);
  }
  return { texts, rules };
}
