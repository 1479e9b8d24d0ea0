/** What the history of a dashboard tells about one save of ours. */
export interface SaveOrigin {
  /** `owner/name` or a folder's name. */
  readonly repository: string;
  readonly sha: string | undefined;
  readonly runUrl: string | undefined;
}

const marker = 'fly-monitoring';
const pattern = new RegExp(`^${marker} (?<hash>[0-9a-f]{16})(?: |$)`);

/**
 * The message of a save: the marker and the hash of the content, then where it came from. Grafana keeps it in the
 * record of that version and has another one for every save by a person, a restore or another tool, so the message of the
 * version that is there tells who saved it. A mark inside the dashboard would not: the editor keeps unknown fields and
 * tags.
 */
export function saveMessage(hash: string, { repository, sha, runUrl }: SaveOrigin): string {
  const commit = sha === undefined ? repository : `${repository}@${sha.slice(0, 12)}`;
  return [marker, hash, commit, runUrl].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The mark alone, for what has no history. */
export function messageMark(hash: string): string {
  return `${marker} ${hash}`;
}

/** The hash of the content that we saved; undefined when the message is somebody else's. */
export function hashInMessage(message: string): string | undefined {
  return pattern.exec(message)?.groups?.['hash'];
}
