import { invalidInputs, type Secret } from '@fly-monitoring/kit';

/** flyctl reads lines of at most 64 KiB and stops silently at a longer one. */
const longestLineBytes = 64 * 1024 - 1;

/**
 * Standard input for `flyctl secrets import`. Its parser has no escapes and has changed between versions, so only
 * forms that all of them read alike are used.
 * @throws SuiteError INPUT_INVALID that names every secret that cannot be written so
 */
export function encodeSecretsImport(secrets: ReadonlyMap<string, Secret>): string {
  const problems = secretProblems(secrets);
  if (problems.length > 0) throw invalidInputs(problems);
  return [...secrets].map(([name, secret]) => `${name}=${encodeValue(secret.reveal())}\n`).join('');
}

/** For checking before anything is changed. */
export function secretProblems(secrets: ReadonlyMap<string, Secret>): readonly string[] {
  return [...secrets].flatMap(([name, secret]) => {
    const problem = problemOf(name, secret.reveal());
    return problem === undefined ? [] : [problem];
  });
}

/** In quotes `#` is kept; a value that holds quotes itself stands bare, where `#` would cut it. */
function encodeValue(value: string): string {
  return value.includes('"') ? value : `"${value}"`;
}

function problemOf(name: string, value: string): string | undefined {
  const refuse = (why: string, next: string) => `Secret ${name} ${why}; ${next}.`;
  const encode = 'store it base64-encoded and decode it in the app';
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return refuse('is not a name of an environment variable', 'rename it');
  if (name.startsWith('FLY_')) return refuse('begins with FLY_, which Fly reserves', 'rename it');
  if (value === '') return refuse('is empty', `leave it out, or run "fly secrets unset ${name}"`);
  if (/[\r\n\0]/.test(value)) return refuse('has more than one line', encode);
  if (value !== value.trim()) return refuse('begins or ends with a blank', 'remove it (a copying error, mostly)');
  if (/^['"]|['"]$/.test(value)) return refuse('begins or ends with a quotation mark, which flyctl takes off', encode);
  if (value.includes('"') && value.includes('#')) return refuse('holds both " and #, which flyctl cuts', encode);
  const lineBytes = Buffer.byteLength(name) + Buffer.byteLength(value) + 3;
  return lineBytes > longestLineBytes
    ? refuse('is longer than 64 KiB', 'put it into a file or object store')
    : undefined;
}
