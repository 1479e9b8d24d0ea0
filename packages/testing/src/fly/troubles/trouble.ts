/**
 * Every way in which the platform can be told to fail, with where it is known from. `F` is superfly/flyctl at ad0172fac,
 * `G` superfly/fly-go v0.9.6, `#n` an issue of superfly/flyctl. Placeholders: {app}, {machine}, {group}, {image},
 * {expires}.
 */
export interface Trouble {
  /** When it strikes; "code" where the stand-in does it in its own way and not by a text. */
  readonly moment: Moment;
  /** Printed before the error; lines of flyctl's own logger go to standard output. */
  readonly stdout?: string;
  readonly stderr?: string;
  /** What follows "Error: "; none where the command goes on. */
  readonly error?: string;
  readonly description?: string;
  readonly suggestion?: string;
  readonly exitCode: 0 | 1 | 126 | 127;
  /** What it leaves behind: the status of the release, the state of machines. */
  readonly leaves: string;
  readonly source: string;
}

export type Moment =
  | 'code'
  | 'session'
  | 'find-app'
  | 'build'
  | 'image'
  | 'volumes-api'
  | 'machines-api'
  | 'secrets-api'
  | 'create-release'
  | 'run-release'
  | 'end-release'
  | 'create-release-command'
  | 'run-release-command'
  | 'create-machine'
  | 'lease'
  | 'update-machine'
  | 'wait-start'
  | 'wait-checks'
  | 'bluegreen-check'
  | 'bluegreen-start'
  | 'bluegreen-healthy'
  | 'bluegreen-destroy'
  | 'dns-check'
  | 'releases'
  | 'logs'
  | 'tunnel'
  | 'host'
  | 'exec';

/** The mark of a line of flyctl's own logger. */
export const WARN = '\u001b[33mWARN\u001b[0m ';
export const FETCH = 'failed to fetch an image or build from source: ';
export const NOTHING = 'no release, machines untouched';
export const FAILED = 'release failed, ';
