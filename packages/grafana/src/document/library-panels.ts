import { isObject, type JsonObject, objectIn, objectsIn, textIn } from '../json.js';
import { allPanels, panelName } from './panels.js';

/** A panel of a dashboard that shows what the library of Grafana has under a uid. */
export interface LibraryPanelUse {
  readonly uid: string;
  /** Of the element in the library, which its folder has once. */
  readonly name: string;
  /** What a person calls the panel that shows it. */
  readonly panel: string;
  /** The element itself, where the file brings it along. */
  readonly model: JsonObject | undefined;
}

/** 1 is a panel, 2 a variable, which nothing makes yet (LibraryElementKind in pkg/services/libraryelements/model). */
const panelKind = 1;

/** Each library panel that the dashboard shows, once; elements that no panel shows are not imported by Grafana either. */
export function libraryPanelUses(json: JsonObject): readonly LibraryPanelUse[] {
  const elements = exportedElements(json);
  const uses = new Map<string, LibraryPanelUse>();
  for (const panel of allPanels(json)) {
    const reference = objectIn(panel, 'libraryPanel');
    const uid = textIn(reference, 'uid') ?? '';
    if (uid === '' || uses.has(uid)) continue;
    const element = elements.get(uid);
    const name = textIn(reference, 'name') || textIn(element, 'name') || uid;
    uses.set(uid, { uid, name, panel: panelName(panel), model: objectIn(element, 'model') });
  }
  return [...uses.values()];
}

/** `__elements` of an export: by uid, and a list in exports of 8 and 9 (ImportDashboard in pkg/services/dashboardimport). */
function exportedElements(json: JsonObject): ReadonlyMap<string, JsonObject> {
  const { __elements: elements } = json;
  const entries = isObject(elements)
    ? Object.entries(elements)
    : objectsIn(json, '__elements').map((element) => [textIn(element, 'uid') ?? '', element] as const);
  return new Map(entries.flatMap(([uid, element]) => (isPanel(element) ? [[uid, element] as const] : [])));
}

function isPanel(element: unknown): element is JsonObject {
  return isObject(element) && (element['kind'] ?? panelKind) === panelKind;
}
