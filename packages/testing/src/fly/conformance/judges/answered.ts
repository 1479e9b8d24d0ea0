import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answerer, requestLine, startAnswerer } from '../answerer/answerer.js';
import { startedId } from '../answerer/machines.js';
import { shapedToken } from '../macaroon.js';
import type { Judge, Probe, RunResult } from '../probe.js';
import {
  answeredEnvironment,
  environmentOf,
  filled,
  quietEnvironment,
  type Words,
  writeFiles,
  writeSessions,
} from './environment.js';
import { runChild } from './run-child.js';

const app = 'conformance';
const token = shapedToken('first');
const words = {
  app,
  token,
  image: 'registry.fly.io/conformance:deployment-1',
  org: 'personal',
  machine: startedId,
  'new-app': 'conformance-new',
  'other-token': shapedToken('second'),
};

/** A real flyctl whose every request goes to the answerer; each probe has a home, and an answerer, of its own. */
export function answeredJudge(flyctl: string): Judge {
  return {
    name: 'answered',
    // Mostly it waits, as flyctl does between two looks at a machine.
    atOnce: 8,
    obstacle: () => undefined,
    run: async (probe) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'));
      const answerer = await startAnswerer(app, probe.scene);
      try {
        return await runAnswered(probe, { flyctl, folder, answerer });
      } finally {
        await answerer.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: async () => {},
  };
}

interface Place {
  readonly flyctl: string;
  readonly folder: string;
  readonly answerer: Answerer;
}

async function runAnswered(probe: Probe, { flyctl, folder, answerer }: Place): Promise<RunResult> {
  const project = path.join(folder, 'project');
  writeFiles(project, probe.files ?? {});
  const all: Words = { ...words, folder: project, ...writeSessions(folder, token) };
  const result = await runChild({
    file: flyctl,
    argv: probe.argv.map((word) => filled(word, all)),
    env: environmentOf(
      probe,
      { ...quietEnvironment, ...answeredEnvironment(folder, answerer.url), FLY_API_TOKEN: token },
      all,
    ),
    cwd: folder,
    stdin: probe.stdin ?? '',
    signal:
      probe.signal === undefined ? undefined : { name: probe.signal.name, when: answerer.asked(probe.signal.after) },
  });
  return {
    ...result,
    requests: answerer.requests.map(requestLine),
    sentSecrets: sentSecrets(answerer),
    unexpectedRequests: unexpected(probe, answerer),
  };
}

function sentSecrets({ requests }: Answerer): Record<string, string | null> {
  const bodies = requests.filter(({ method, target }) => method === 'POST' && target.endsWith('/secrets'));
  return Object.assign({}, ...bodies.map(({ body }) => JSON.parse(body).values));
}

function unexpected({ scene }: Probe, { requests, unanswered }: Answerer): readonly string[] {
  return scene === 'nothing' ? requests.map(requestLine) : unanswered;
}
