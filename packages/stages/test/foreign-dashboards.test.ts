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
}

const dashboard = (over: object) => JSON.stringify({ uid: 'small', title: 'Small', panels: [], ...over });
const fails = (path: string) => (message: string, grafana: Grafana) =>
  void grafana.misbehave({ kind: 'error', status: 400, body: { message }, path });

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
  'the values of inputs': { given: (text) => ({ overwrite: text, folder: text }) },
};

const cases = Object.entries(fields);

describe('import-dashboards', () => {
  async function imported({ misbehave, file, name, given }: Field, text: string) {
    const grafana = await start({ datasources: [source] });
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
