/**
 * Names every child inherits: where programs are, where it may write, how to reach the internet, and in which language
 * it speaks. Nothing else of the job reaches a child: neither inputs, nor other tokens, nor the runner's command files,
 * nor variables such as LOG_LEVEL or FLY_APP by which a job would change what flyctl does.
 */
const everyChild: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'TMPDIR',
  'TMP',
  'TEMP',
  'TZ',
  'LANG',
  'LANGUAGE',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
]);

/** LC_ALL, LC_CTYPE and their siblings. */
const localePrefix = 'LC_';

export interface ChildEnvironment {
  /** More names to inherit. */
  readonly inherits: readonly string[];
  /** Set for this child alone. */
  readonly own: Readonly<Record<string, string>>;
}

export function childEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  { inherits, own }: ChildEnvironment,
): Record<string, string> {
  const wanted = (name: string) => everyChild.has(name) || name.startsWith(localePrefix) || inherits.includes(name);
  const inherited = Object.entries(parent).flatMap(([name, value]) =>
    value !== undefined && wanted(name) ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(inherited), ...own };
}
