import { allPanels } from '../document/panels.js';
import { type JsonObject, numberIn, textIn } from '../json.js';

export interface PanelPairs {
  readonly pairs: readonly { readonly before: JsonObject; readonly after: JsonObject }[];
  readonly added: readonly JsonObject[];
  readonly removed: readonly JsonObject[];
}

type IsSamePanel = (before: JsonObject, after: JsonObject) => boolean;

const titleOf = (panel: JsonObject) => textIn(panel, 'title') ?? '';
const typeOf = (panel: JsonObject) => textIn(panel, 'type') ?? '';
const sameTitle: IsSamePanel = (a, b) => titleOf(a) === titleOf(b);
const sameType: IsSamePanel = (a, b) => typeOf(a) === typeOf(b);
const sameId: IsSamePanel = (a, b) => numberIn(a, 'id') !== undefined && a['id'] === b['id'];

/**
 * From the surest to the least sure. The number alone says little: the editor numbers panels anew, and files often have
 * none.
 */
const waysToMatch: readonly IsSamePanel[] = [
  (a, b) => sameId(a, b) && sameTitle(a, b) && sameType(a, b),
  (a, b) => sameTitle(a, b) && sameType(a, b),
  (a, b) => sameId(a, b) && (sameTitle(a, b) || sameType(a, b)),
  (a, b) => sameTitle(a, b) && titleOf(a) !== '',
];

/** Which panel was which, in the order of the page afterwards. */
export function pairPanels(before: JsonObject, after: JsonObject): PanelPairs {
  const left = new Set(allPanels(before));
  const partners = new Map<JsonObject, JsonObject>();
  const now = allPanels(after);
  for (const isSame of waysToMatch) {
    for (const panel of now) {
      if (partners.has(panel)) continue;
      const partner = [...left].find((old) => isSame(old, panel));
      if (partner === undefined) continue;
      partners.set(panel, partner);
      left.delete(partner);
    }
  }
  return {
    pairs: now.flatMap((panel) => {
      const old = partners.get(panel);
      return old === undefined ? [] : [{ before: old, after: panel }];
    }),
    added: now.filter((panel) => !partners.has(panel)),
    removed: [...left],
  };
}
