import { diskFiles, type Http, type Log, type Processes, type Secret, type StageTools } from '@fly-monitoring/kit';

export interface ToolsOptions {
  readonly workspace: string;
  readonly http?: Http;
  readonly processes?: Processes;
  /** Of a run on GitHub. */
  readonly runUrl?: string;
}

export interface RecordingTools {
  readonly tools: StageTools;
  readonly lines: readonly string[];
  readonly secrets: readonly Secret[];
}

/** Tools with a clock of their own, on which waiting costs no time, and nothing to reach unless it is given. */
export function recordingTools({ workspace, http = nowhere, processes = none, runUrl }: ToolsOptions): RecordingTools {
  const lines: string[] = [];
  const secrets: Secret[] = [];
  const log: Log = {
    info: (line) => lines.push(line),
    group: (title, body) => {
      lines.push(title);
      return body();
    },
    annotate: ({ message }) => lines.push(message),
  };
  const tools: StageTools = {
    clock: virtualClock(),
    http,
    processes,
    files: diskFiles,
    log,
    context: {
      repository: 'acme/shop',
      sha: 'abc',
      ref: 'refs/heads/main',
      runLabel: 'abc-1-1',
      runUrl,
      actor: undefined,
      workspace,
    },
    protect: (secret) => secrets.push(secret),
  };
  return { tools, lines, secrets };
}

function virtualClock(): StageTools['clock'] {
  let now = Date.parse('2026-11-22T12:00:00Z');
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

const nowhere: Http = {
  send: async () => ({ kind: 'unreachable', reason: 'refused', detail: 'the connection was refused' }),
  download: async () => ({ kind: 'unreachable', reason: 'refused', detail: 'the connection was refused' }),
};

const none: Processes = {
  run: async ({ file }) => ({ kind: 'not-found', file }),
  start: ({ file }) => ({ ended: Promise.resolve({ kind: 'not-found', file }), stop: async () => {} }),
};
