import { isAbsolute, join } from 'node:path';
import { SuiteError, text } from '@fly-monitoring/kit';
import { pinnedVersion } from '@fly-monitoring/prometheus';
import { type CheckContext, type CheckResult, checkModule, type PrepareContext } from '../../check-module.js';
import { parseTime } from '../../times.js';
import { base } from './identity.js';
import { judgeServer, type WantedServer, type WantedVersion } from './judge-server.js';
import { versionWishPattern } from './version-wish.js';

const usualDockerfile = 'Dockerfile.monitoring';

/** Is it the right server: ready, the version that is pinned, and the process that was just deployed? */
export const prometheus = checkModule({
  ...base,
  inputs: {
    'monitoring-since': text({
      help: 'When the deploy of Prometheus began, if it was deployed: its process must have started after it. RFC 3339 or Unix seconds.',
    }),
    'prometheus-version': text({
      help: 'Version of Prometheus that must answer: 3.13.2, or 3.13 for any of its patches, or any for a server that others upgrade. Empty: the one that the Dockerfile of the monitoring app is built from.',
      pattern: versionWishPattern,
      expects: 'a version such as 3.13.2 or 3.13, or any',
    }),
    'monitoring-dockerfile': text({
      help: 'Dockerfile of the monitoring app, which pins the version of Prometheus.',
      default: usualDockerfile,
    }),
  },
  problems: ({ monitoringSince }) =>
    monitoringSince !== undefined && Number.isNaN(parseTime(monitoringSince))
      ? [
          `Input "monitoring-since" is "${monitoringSince}"; it must be a time such as 2026-01-31T10:00:00Z or 1769853600.`,
        ]
      : [],
  prepare: async ({ monitoringSince, prometheusVersion, monitoringDockerfile }, setup) => {
    const version =
      prometheusVersion === undefined ? await versionOf(monitoringDockerfile, setup) : wishedVersion(prometheusVersion);
    const sinceMs = monitoringSince === undefined ? undefined : parseTime(monitoringSince);
    return {
      when: 'end',
      steps: [version.kind === 'one' ? `Would want Prometheus ${version.version} to answer.` : ''].filter(Boolean),
      start: () => (context) => findServer(context, { version, sinceMs }),
    };
  },
});

function wishedVersion(wish: string): WantedVersion {
  if (wish === 'any') return { kind: 'any', reason: 'any version will do' };
  return { kind: 'one', version: wish, source: 'prometheus-version asks for' };
}

/** @throws SuiteError when a file that was asked for by name is not there */
async function versionOf(file: string, { files, workspace }: PrepareContext): Promise<WantedVersion> {
  const dockerfile = await files.readText(isAbsolute(file) ? file : join(workspace, file));
  if (dockerfile === undefined && file !== usualDockerfile) {
    throw new SuiteError({
      code: 'FILE_MISSING',
      message: `Input "monitoring-dockerfile": there is no file ${file}.`,
      hint: 'Check out the repository before this step; paths are relative to its root.',
    });
  }
  if (dockerfile === undefined) return { kind: 'any', reason: `no version is pinned, as there is no ${file} here` };
  const version = pinnedVersion(dockerfile);
  if (version === undefined) return { kind: 'any', reason: `no version is pinned, as ${file} names none` };
  return { kind: 'one', version, source: `${file} pins`, file };
}

async function findServer(context: CheckContext, wanted: WantedServer): Promise<CheckResult> {
  // Asked anew: the process before the deploy may have answered the first look.
  const [runtime, build] = await Promise.all([context.api.runtimeInfo(), context.api.buildInfo()]);
  return judgeServer({ server: context.server, runtime, build }, wanted);
}
