/** Shorter prefixes of a commit are not unique. */
const shortestCommit = 7;

/** Both sides may be cut: `git rev-parse --short` here, the whole hash there. */
function revisionPattern(release: string): string {
  const literal = release.replace(/[^A-Za-z0-9_]/g, (one) => `\\\\${one}`);
  if (!/^[0-9a-f]{7,40}$/.test(release)) return literal;
  const cut = Array.from({ length: release.length - shortestCommit }, (_, more) =>
    release.slice(0, shortestCommit + more),
  );
  return [`${literal}.*`, ...cut].join('|');
}

const info = '__name__=~".+_build_info",revision';

/** All of them answer with a line for each job, however many targets there are. */
export function releaseQueries(release: string, sinceSeconds: number) {
  const pattern = revisionPattern(release);
  return {
    right: byJob(`{${info}=~"${pattern}"}`),
    wrong: byJob(`{${info}!="",revision!~"${pattern}"}`),
    started: byJob(`process_start_time_seconds >= ${sinceSeconds}`),
    old: byJob(`process_start_time_seconds < ${sinceSeconds}`),
  };
}

/** Targets, not series. */
function byJob(selector: string): string {
  return `count by (job) (count by (job, instance) (${selector}))`;
}
