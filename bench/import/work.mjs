import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { childProcesses, diskFiles, systemClock, undiciHttp } from '../../packages/kit/lib/index.js';
import { importDashboards } from '../../packages/stages/lib/index.js';

const dashboards = fileURLToPath(new URL('../../dashboards', import.meta.url));

/** Copies of this repository's own dashboards, each with a uid and a title of its own. */
export function writeDashboards(workspace, count) {
  const folder = join(workspace, 'dashboards');
  mkdirSync(folder);
  const files = readdirSync(dashboards).filter((name) => /^fechatter-.*\.json$/.test(name));
  const originals = files.map((name) => JSON.parse(readFileSync(join(dashboards, name), 'utf8')));
  for (let index = 0; index < count; index++) {
    const copy = { ...originals[index % originals.length], uid: `copy-${index}`, title: `Copy ${index}` };
    writeFileSync(join(folder, `copy-${index}.json`), JSON.stringify(copy));
  }
}

/** The whole stage, as the action and the command line run it. */
export async function runStage({ url, token, workspace }) {
  const context = { repository: 'bench', runLabel: 'bench', workspace };
  const log = { info: () => {}, group: (_title, body) => body(), annotate: () => {} };
  const edges = { clock: systemClock, http: undiciHttp(), processes: childProcesses, files: diskFiles };
  const given = { 'grafana-url': url, 'grafana-token': token, dashboards: 'dashboards/*.json', folder: 'Bench' };
  const tools = { ...edges, log, context, protect: () => {} };
  return await (await importDashboards.prepare({ given, environment: {} }, tools)).run();
}

/** The same requests with nothing done about the answers, as many under way at once as the stage has. */
export async function readBare({ url, token }, paths, atOnce) {
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const { body } = await request(url + path, { headers: { authorization: `Bearer ${token}` } });
      await body.text();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
