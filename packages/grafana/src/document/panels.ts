import { type JsonObject, objectsIn, textIn } from '../json.js';

/**
 * All panels in the order of the page, rows included; a collapsed row holds its panels inside, and dashboards from
 * before schema version 16 have `rows` in place of `panels`.
 */
export function allPanels(json: JsonObject): readonly JsonObject[] {
  const old = objectsIn(json, 'rows').flatMap((row) => objectsIn(row, 'panels'));
  return [...objectsIn(json, 'panels').flatMap((panel) => [panel, ...objectsIn(panel, 'panels')]), ...old];
}

/** What a person calls the panel. */
export function panelName(panel: JsonObject): string {
  const title = textIn(panel, 'title') ?? '';
  if (title !== '') return `panel "${title}"`;
  return panel['id'] === undefined ? `an unnamed ${textIn(panel, 'type') ?? ''} panel` : `panel ${String(panel['id'])}`;
}
