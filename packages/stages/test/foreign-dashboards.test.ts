import { errorReport, toSuiteError } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { hostileTexts } from './hostile-text.js';
import { run, source, start } from './import-dashboards-run.js';
import { expectHarmless } from './published.js';

type Grafana = Awaited<ReturnType<typeof start>>;

interface Field {
  readonly misbehave?: (text: string, grafana: Grafana) => void;
  readonly file?: (text: string) => string;
  readonly name?: (text: string) => string;
  readonly given?: (text: string) => Record<string, string>;
  /** What an earlier import and somebody after it left there. */
  readonly earlier?: (text: string, grafana: Grafana) => Promise<void>;
}

const dashboard = (over: object) => JSON.stringify({ uid: 'small', title: 'Small', panels: [], ...over });
const fails = (path: string) => (message: string, grafana: Grafana) =>
  void grafana.misbehave({ kind: 'error', status: 400, body: { message }, path });

async function editedAfterImport(file: string, edit: (grafana: Grafana) => void, grafana: Grafana): Promise<void> {
  await run({ grafana, files: { 'dashboards/earlier.json': file } });
  edit(grafana);
}

/** Every text in an import that somebody else writes. */
const fields: Readonly<Record<string, Field>> = {
  'the title of a dashboard': { file: (title) => dashboard({ title }) },
  'the title of a dashboard that is refused': {
    file: (title) => dashboard({ title }),
    misbehave: fails('/api/dashboards/db'),
  },
  'the name of a file': { name: (text) => text.replaceAll('/', ' '), file: () => '{' },
  'a data source that is not there': {
    file: (uid) => dashboard({ panels: [{ type: 'stat', title: uid, datasource: { type: 'prometheus', uid } }] }),
  },
  'an input that nothing fills': {
    file: (text) => dashboard({ __inputs: [{ name: text, type: text, pluginId: text }], description: text }),
  },
  'why a dashboard was refused': { misbehave: fails('/api/dashboards/db') },
  'why a question was refused': { misbehave: fails('/api/datasources') },
  'the title of the folder': { given: (folder) => ({ folder }) },
  'the name of a data source': { given: (datasource) => ({ datasource }) },
  'what somebody changed in a dashboard': {
    file: () => dashboard({ refresh: '30s' }),
    earlier: (text, grafana) => {
      const panels = [{ title: text, type: 'stat', targets: [{ refId: text, expr: text }] }];
      const change = { description: text, panels, templating: { list: [{ name: text, query: text }] } };
      return editedAfterImport(dashboard({}), () => grafana.edit('small', change), grafana);
    },
  },
  'the title of a dashboard without a file': {
    given: () => ({ prune: 'true' }),
    earlier: (title, grafana) =>
      editedAfterImport(dashboard({ uid: 'gone' }), () => grafana.edit('gone', { title }), grafana),
  },
  'the title of a dashboard that is deleted': {
    given: () => ({ prune: 'true' }),
    earlier: (title, grafana) => editedAfterImport(dashboard({ uid: 'gone', title }), () => undefined, grafana),
  },
  'why an annotation was refused': {
    given: () => ({ annotate: 'true' }),
    misbehave: fails('/api/annotations'),
  },
  'the values of inputs': { given: (text) => ({ overwrite: text, folder: text }) },
};

const cases = Object.entries(fields);

describe('import-dashboards', () => {
  async function imported({ misbehave, file, name, given, earlier }: Field, text: string) {
    const grafana = await start({ datasources: [source] });
    await earlier?.(text, grafana);
    misbehave?.(text, grafana);
    const path = `dashboards/${name?.(text) ?? 'small'}.json`;
    const files = { [path]: file?.(text) ?? dashboard({}) };
    return await run({ grafana, files, given: given?.(text) ?? {} }).catch((thrown) => ({
      ...errorReport(toSuiteError(thrown)),
      log: [],
    }));
  }

  test.each(cases)('obeys nothing of %s', async (_name, field) => {
    for (const text of Object.values(hostileTexts)) {
      const { log, ...report } = await imported(field, text);
      expect(report.summary).not.toContain('UNEXPECTED');
      expectHarmless(report, log);
    }
  });

  test.each(cases)('shows %s', async (_name, field) => {
    expect(JSON.stringify(await imported(field, 'marker'))).toContain('marker');
  });
});
