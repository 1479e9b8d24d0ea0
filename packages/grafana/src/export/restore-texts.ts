import { type LinkChange, relinked } from '../import/environment.js';
import { isObject, type JsonObject, objectIn, objectsIn, textIn } from '../json.js';

/** How texts of Grafana are turned back into what a file says. */
export interface TextRestorer {
  /** Of a reference to a data source: its uid, or in old dashboards its name. */
  datasource(uid: string): string;
  /** The name and uid that the file has for a library panel, by its uid in Grafana; empty for one that it does not show. */
  libraryPanel(uid: string): JsonObject;
  /** A text that was changed; `before` is what the file says in its place, when it says something there. */
  text(text: string, before: string | undefined): string;
}

export interface RestoredPair {
  /** The dashboard of the file. */
  readonly file: JsonObject;
  /** As an import writes it. */
  readonly wanted: JsonObject;
}

/** @param links from the uids in Grafana to those of the files; undefined when they are the same */
export function textRestorer({ file, wanted }: RestoredPair, links: LinkChange | undefined): TextRestorer {
  const sources = new Map<string, string>();
  collectSources(file, wanted, sources);
  const libraryPanels = new Map<string, JsonObject>();
  collectLibraryPanels(file, wanted, libraryPanels);
  const constants = constantsOf(file);
  return {
    libraryPanel: (uid) => libraryPanels.get(uid) ?? {},
    datasource: (uid) => sources.get(uid) ?? uid,
    text: (text, before = '') => {
      const linked = links === undefined ? text : relinked(text, links);
      return constants
        .filter(([placeholder]) => before.includes(placeholder))
        .reduce((restored, [placeholder, value]) => restored.replaceAll(value, () => placeholder), linked);
    },
  };
}

/** Where the file has `${DS_X}` and an import writes a uid. */
function collectSources(file: unknown, wanted: unknown, sources: Map<string, string>): void {
  if (Array.isArray(file) && Array.isArray(wanted)) {
    for (const [index, item] of file.entries()) collectSources(item, wanted[index], sources);
  }
  if (!isObject(file) || !isObject(wanted)) return;
  for (const [name, item] of Object.entries(file)) {
    const [written, filled] = [referenceIn(name, item), referenceIn(name, wanted[name])];
    if (written === undefined || filled === undefined) collectSources(item, wanted[name], sources);
    else if (written !== filled && !sources.has(filled)) sources.set(filled, written);
  }
}

/** Where an import gives a library panel the uid of its environment. */
function collectLibraryPanels(file: unknown, wanted: unknown, libraryPanels: Map<string, JsonObject>): void {
  for (const [index, panel] of objectsIn(file, 'panels').entries()) {
    const there = objectsIn(wanted, 'panels')[index];
    const [written, filled] = [objectIn(panel, 'libraryPanel'), objectIn(there, 'libraryPanel')];
    const [uid, name] = [textIn(written, 'uid'), textIn(written, 'name')];
    if (uid !== undefined && name !== undefined) libraryPanels.set(textIn(filled, 'uid') ?? uid, { uid, name });
    collectLibraryPanels(panel, there, libraryPanels);
  }
}

function referenceIn(name: string, value: unknown): string | undefined {
  if (name !== 'datasource') return undefined;
  return typeof value === 'string' ? value : textIn(value, 'uid');
}

/** `__inputs` of type constant, which Grafana's export makes of constant variables. */
function constantsOf(file: JsonObject): readonly (readonly [placeholder: string, value: string])[] {
  return objectsIn(file, '__inputs').flatMap((input) => {
    const [name, value] = [textIn(input, 'name') ?? '', textIn(input, 'value') ?? ''];
    return textIn(input, 'type') === 'constant' && name !== '' && value !== '' ? [[`\${${name}}`, value] as const] : [];
  });
}
