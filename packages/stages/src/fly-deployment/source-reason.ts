import { describeMovingPart, type KnownSource, type MovingPart } from '@fly-monitoring/fly';
import type { Fingerprint, SourceFingerprint } from './fingerprint.js';
import type { WantedDeployment, WantedSource } from './wanted.js';

/** Why the image would be another one; undefined when all that could be compared is equal. */
export function imageReason(wanted: WantedDeployment, before: Fingerprint): string | undefined {
  const now = wanted.fingerprint;
  if (now.image !== undefined) return before.image === now.image ? undefined : 'the image changes';
  if (wanted.image.kind === 'image') return 'its image is named by a tag, which may have moved';
  if (wanted.source === undefined) return 'a build from source is always released';
  const { read } = wanted.source;
  if (read.kind === 'unknown' || now.source === undefined) {
    return `the source cannot be compared${read.kind === 'unknown' ? `: ${read.why}` : ''}`;
  }
  if (before.source === undefined) return 'the live release does not tell which source it was built from';
  const changed = changedParts(now.source, before.source);
  return changed.length === 0 ? undefined : changed.join(', ') + gitHint(read, changed);
}

function changedParts(now: SourceFingerprint, before: SourceFingerprint): readonly string[] {
  return [
    ...(now.context === before.context ? [] : [contextChanged]),
    ...(now.dockerfile === before.dockerfile ? [] : ['the Dockerfile changed']),
    ...(now.settings === before.settings ? [] : ['the build arguments changed']),
  ];
}

const contextChanged = 'the build context changed';

function gitHint({ holdsGit }: KnownSource, changed: readonly string[]): string {
  if (!holdsGit || !changed.includes(contextChanged)) return '';
  return ' (it holds .git, which is different in each checkout; name it in .dockerignore)';
}

/** Of a source that is the same: why it is released all the same. */
export function movingReason(source: WantedSource | undefined, version: number): string | undefined {
  const parts = partsThatMove(source);
  if (source?.movingParts !== 'released' || parts.length === 0) return undefined;
  const why = parts.map(describeMovingPart).join(' and ');
  return `the source is the same as in release ${version}, but ${why}; set input "reuse-unchanged-source" to true to keep the live release`;
}

/** What is said of a release that stays; undefined when no source was compared. */
export function keptSentence(source: WantedSource | undefined, version: number): string | undefined {
  if (source === undefined) return undefined;
  const same = `Nothing was built: the source is the same as in release ${version}`;
  const parts = partsThatMove(source);
  if (parts.length === 0) return `${same}.`;
  return `${same}. That ${parts.map(describeMovingPart).join(' and ')} was left out of account, as reuse-unchanged-source says.`;
}

function partsThatMove(source: WantedSource | undefined): readonly MovingPart[] {
  return source?.read.kind === 'known' ? source.read.moving : [];
}
