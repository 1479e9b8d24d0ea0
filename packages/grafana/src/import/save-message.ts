/** What the history of a dashboard tells about one save of ours. */
export interface SaveOrigin {
  /** `owner/name` or a folder's name. */
  readonly repository: string;
  readonly sha: string | undefined;
  readonly runUrl: string | undefined;
  /** Undefined for production. */
  readonly environment?: string | undefined;
  /** The dashboard's file in the repository. */
  readonly file?: string | undefined;
}

/** What a message of ours says of where the dashboard belongs; without a field for what it does not say. */
export interface ImportMark {
  readonly hash: string;
  readonly repository?: string;
  readonly environment?: string;
  readonly file?: string;
}

const marker = 'fly-monitoring';
const pattern = new RegExp(`^${marker} (?<hash>[0-9a-f]{16})(?: (?<rest>.*))?$`, 's');

/**
 * The message of a save: the marker and the hash of the content, then where it came from. Grafana keeps it in the
 * record of that version and has another one for every save by a person, a restore or another tool, so the message of the
 * version that is there tells who saved it. A mark inside the dashboard would not: the editor keeps unknown fields and
 * tags.
 */
export function saveMessage(hash: string, { repository, sha, runUrl, environment, file }: SaveOrigin): string {
  const isPlaced = environment !== undefined || file !== undefined;
  const name = repository === '' && isPlaced ? '-' : asWord(repository);
  const commit = sha === undefined ? name : `${name}@${sha.slice(0, 12)}`;
  const place = environment === undefined ? undefined : `(${environment})`;
  const path = file === undefined ? undefined : asWord(file);
  return [marker, hash, commit, place, path, runUrl].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The mark alone, for what has no history. */
export function messageMark(hash: string): string {
  return `${marker} ${hash}`;
}

/** The hash of the content that we saved; undefined when the message is somebody else's. */
export function hashInMessage(message: string): string | undefined {
  return importMark(message)?.hash;
}

/** Undefined when the message is somebody else's. */
export function importMark(message: string): ImportMark | undefined {
  const { hash, rest = '' } = pattern.exec(message)?.groups ?? {};
  if (hash === undefined) return undefined;
  const [commit = '', ...words] = rest.split(' ');
  const repository = fromWord(commit.replace(/@.*$/s, ''));
  const environment = /^\((?<name>.+)\)$/.exec(words[0] ?? '')?.groups?.['name'];
  const file = words[environment === undefined ? 0 : 1];
  return {
    hash,
    ...(repository === '' ? {} : { repository }),
    ...(environment === undefined ? {} : { environment }),
    ...(file === undefined || isAddress(file) ? {} : { file: fromWord(file) }),
  };
}

function isAddress(word: string): boolean {
  return /^https?:\/\//.test(word);
}

/** Blanks and what separates the parts are written as in an address; a parenthesis would be read as an environment. */
function asWord(text: string): string {
  return text.replace(/[\s@%()]/g, (one) => (one === '(' ? '%28' : one === ')' ? '%29' : encodeURIComponent(one)));
}

function fromWord(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    // Cut off, or written before names were encoded.
    return word;
  }
}
