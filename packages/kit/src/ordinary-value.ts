/** Names that say of themselves that their value is to be kept secret. */
const secretName = /pass|pwd|secret|token|key|credential|auth|private|dsn|salt|cert|hash|signature/i;

/** A word as people write them, with the number of a region or version behind it; what is longer is no word. */
const word = /^(?:[a-z]{1,20}|[A-Z]{1,20}|[A-Z][a-z]{1,19})\d{0,3}$/;

/** Shorter values are found by trying, and stand in texts by chance. */
const shortestUnknown = 8;

/**
 * Whether a NAME=value is a setting rather than a secret: `NODE_ENV=prod`, `APP_NAME=shop`, `ORIGIN=https://shop.dev`.
 * Hiding such a value hides nothing, and makes the runner drop every output in which the word occurs. GitHub itself
 * hides what comes from its own secrets, whatever it looks like.
 */
export function isOrdinary(name: string, value: string): boolean {
  const text = value.trim();
  if (secretName.test(name)) return false;
  return text.length < shortestUnknown || isNumbers(text) || isWords(text) || isPlainAddress(text);
}

/** Numbers, versions, dates, IP addresses. */
function isNumbers(text: string): boolean {
  return /^v?[\d.,:+\-/ T]+Z?$/.test(text);
}

/** Words with separators: names, lists, hosts with their ports, paths, regions, e-mail addresses. */
function isWords(text: string): boolean {
  const withoutPorts = text.replace(/:\d{1,5}(?=[/,;]|$)/g, '');
  return withoutPorts.split(/[-_. /,;@+=]+/).every((part) => part === '' || /^\d{1,4}$/.test(part) || word.test(part));
}

/** Without user, password or query: those carry keys. */
function isPlainAddress(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, search, hash, host, pathname } = new URL(text);
  return [username, password, search, hash].every((part) => part === '') && isWords(`${host}${pathname}`);
}
