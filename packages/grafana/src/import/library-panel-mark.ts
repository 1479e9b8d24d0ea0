import { contentHash } from '../document/canonical.js';
import { type JsonObject, textIn } from '../json.js';
import { hashInMessage, messageMark } from './save-message.js';

/**
 * A library panel has no history that tells who saved it, so its own content does: a field holds the hash of all
 * others. The editor keeps unknown fields, but whatever it changes, the hash is no longer that of the content.
 */
const markField = 'importedAs';

/** What we save: with the fields that Grafana would add (syncFieldsWithModel in pkg/services/libraryelements). */
export function markedModel(model: JsonObject): JsonObject {
  return { ...plainModel(model), [markField]: messageMark(modelHash(model)) };
}

/** Whether it is as an import has saved it. */
export function isOurModel(stored: JsonObject): boolean {
  return hashInMessage(textIn(stored, markField) ?? '') === modelHash(stored);
}

/** Changes with what the panel shows, and only then. */
export function modelHash(model: JsonObject): string {
  // Where the panel lay in the dashboard that it was exported from says nothing about the panel.
  const { [markField]: _mark, libraryPanel: _reference, id: _id, gridPos: _place, ...content } = plainModel(model);
  return contentHash({ content });
}

function plainModel(model: JsonObject): JsonObject {
  return { description: '', type: '', ...model };
}
