/** Probes that a real flyctl passes and the stand-in does not yet, and how it differs. Empty is the aim. */
export const standInDifferences: Readonly<Record<string, string>> = {
  'access/empty-access-token-and-session': 'an empty FLY_ACCESS_TOKEN hides the login too',
  'access/old-session': 'a login needs no last_login, and never gets old',
  'apps-create/no-such-org': 'the text is another: Organization "x" not found',
  'ips/allocate-v4/json': 'ips allocate-v4 takes --json',
  'deploy/not-valid': 'a service of a process group that does not exist is taken, and reasons stand on stderr',
  'deploy/strategy-in-file': 'the reason stands on stderr, after "invalid app configuration"',
  'deploy/env-without-value': '--env is looked at after the build',
};
