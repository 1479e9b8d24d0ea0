import { answerField } from './answer.js';

export interface Release {
  readonly version: number;
  /** `complete`, `failed`, `interrupted`, `running`; in lower case. */
  readonly status: string;
  /** A tag: it may have been moved to another image since. */
  readonly imageRef: string | undefined;
  readonly createdAt: string | undefined;
}

/**
 * Newest first.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
export function parseReleases(json: unknown): readonly Release[] {
  return answerField(json, 'flyctl releases')
    .list()
    .map((release) => ({
      version: release.at('Version').integer(),
      status: release.at('Status').string().toLowerCase(),
      imageRef: release.at('ImageRef').optionalString(),
      createdAt: release.at('CreatedAt').optionalString(),
    }))
    .sort((a, b) => b.version - a.version);
}

/** What `flyctl deploy` prints at its end when it is asked to. */
export interface ReleasedRelease {
  readonly version: number;
  readonly imageRef: string;
}

/** Undefined when no line is one: flyctl before 0.4.56, or a deploy that ended otherwise. */
export function findReleasedLine(stdout: string): ReleasedRelease | undefined {
  const line = stdout
    .split('\n')
    .reverse()
    .find((candidate) => /^\{.*"image_ref".*\}$/.test(candidate.trim()));
  if (line === undefined) return undefined;
  try {
    const released = answerField(JSON.parse(line), 'flyctl deploy');
    return { version: released.at('version').integer(), imageRef: released.at('image_ref').string() };
  } catch {
    return undefined;
  }
}
