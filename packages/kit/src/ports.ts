/** Everything the core may touch of the outside world. Adapters are in `adapters/`; tests bring their own. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface HttpRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of the whole exchange; 30 s unless told. */
  readonly timeoutMs?: number;
}

export interface HttpResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type UnreachableReason = 'refused' | 'dns' | 'timeout' | 'tls' | 'reset' | 'insecure' | 'other';

/** No answer at all: an expected outcome, not an exception. `detail` is for people and holds no credentials. */
export interface Unreachable {
  readonly kind: 'unreachable';
  readonly reason: UnreachableReason;
  readonly detail: string;
}

export interface Downloaded {
  readonly kind: 'downloaded';
  /** Lower-case hexadecimal, of what was written. */
  readonly sha256: string;
}

export interface DownloadOptions {
  /** Called for each piece that arrives; the total is undefined where the server does not tell it. */
  onProgress?(receivedBytes: number, totalBytes: number | undefined): void;
}

export interface Http {
  /** Redirects are not followed: credentials must not travel to another host. */
  send(request: HttpRequest): Promise<HttpResponse | Unreachable>;
  /**
   * Writes a public file to `path`; follows redirects and sends no credentials. A redirect from https to http is
   * `insecure` and not followed. It ends when no data has come for a while, however long the whole takes.
   */
  download(url: string, path: string, options?: DownloadOptions): Promise<Downloaded | HttpResponse | Unreachable>;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly stdin?: string;
  /** Standard input stays open as long as this process lives, for a child that ends with it. */
  readonly isTiedToUs?: true;
  /** Ends what this run has begun: it runs also once the run was cancelled. */
  readonly isCleaningUp?: true;
  /** Set for this child. Of the job's own environment it gets little more than PATH and HOME, and what `inherits` names. */
  readonly env?: Readonly<Record<string, string>>;
  readonly inherits?: readonly string[];
  readonly cwd?: string;
  readonly timeoutMs?: number;
  /** Called for each whole line, as it comes. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
}

export type ProcessOutcome =
  | { readonly kind: 'exited'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'timed-out'; readonly afterMs: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'not-found'; readonly file: string };

export interface RunningProcess {
  readonly ended: Promise<ProcessOutcome>;
  stop(): Promise<void>;
}

export interface Processes {
  run(command: Command): Promise<ProcessOutcome>;
  /** For a process that stays, as `flyctl proxy` does. */
  start(command: Command): RunningProcess;
}

export interface FolderEntry {
  readonly name: string;
  /** `other`: a socket, a pipe or a device. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** The permission bits; those of a link mean nothing. */
  readonly mode: number;
  /** Of a link, as it is written. */
  readonly target?: string;
}

export interface Files {
  /** Undefined when there is no such file. */
  readText(path: string): Promise<string | undefined>;
  /** Undefined when there is no such file. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  writeText(path: string, text: string): Promise<void>;
  /** A file that only this user can read, and run when it is executable. */
  writeBytes(path: string, bytes: Uint8Array, options?: { readonly isExecutable: boolean }): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Keeps the mode, and makes the folders above it. */
  copy(from: string, to: string): Promise<void>;
  /** Lower-case hexadecimal, of any file; undefined when there is none. */
  sha256(path: string): Promise<string | undefined>;
  /** Paths of the files below a folder, relative to it, sorted; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** What is directly in a folder, links not followed, sorted by name; empty when there is no such folder. */
  entries(folder: string): Promise<readonly FolderEntry[]>;
  /** An empty folder only this user can read; removed by `removeFolder` or when the process ends. */
  makeTemporaryFolder(): Promise<string>;
  removeFolder(path: string): Promise<void>;
  /** A TCP port on 127.0.0.1 that was free a moment ago. */
  freePort(): Promise<number>;
}

export interface CachedFile {
  readonly tool: string;
  readonly version: string;
  readonly arch: string;
  /** Its name in the cache. */
  readonly name: string;
}

/** The runner's tool cache. Others write there too: what is found must be checked before it is used. */
export interface ToolCache {
  /** Its path; undefined when there is none. */
  find(file: CachedFile): Promise<string | undefined>;
  keep(path: string, file: CachedFile): Promise<void>;
}

export interface Edges {
  readonly clock: Clock;
  readonly http: Http;
  readonly processes: Processes;
  readonly files: Files;
  /** None: nothing is kept for later runs. */
  readonly toolCache?: ToolCache;
}

/** Where an annotation points to, in the caller's checkout. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
}

export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string;
  readonly message: string;
  /** Stable name of the check that says it, where one does. */
  readonly check?: string;
  readonly place?: SourcePlace;
}

/** Progress for the person who watches; every line is redacted by the runtime. */
export interface Log {
  info(line: string): void;
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  annotate(annotation: Annotation): void;
  /** A few lines that stand below the others and are drawn over in place; only where a person watches. None: gone. */
  live?(lines: readonly string[]): void;
}

/** What is known about the run: for release messages, image labels and links. */
export interface RunContext {
  /** `owner/name`, or the folder's name outside GitHub. */
  readonly repository: string;
  /** Commit, or undefined when it is not known. */
  readonly sha: string | undefined;
  readonly ref: string | undefined;
  /** Different for each try of each run; safe in an image tag. */
  readonly runLabel: string;
  readonly runUrl: string | undefined;
  readonly actor: string | undefined;
  /** Absolute: paths in inputs are relative to it. */
  readonly workspace: string;
}
