import { panelName } from '../document/panels.js';
import type { JsonObject } from '../json.js';
import { changeOf, isSame } from './changed-value.js';
import { listOfNamed, namedDifference } from './named-difference.js';
import { panelChanges, placeChange } from './panel-difference.js';
import { type PanelPairs, pairPanels } from './panel-pairs.js';

/** When more panels than this lie elsewhere, one was put in or taken out above them. */
const mostPlacesTold = 3;

/** What changed from one state of a dashboard to another, one line for each panel, variable and setting. */
export function dashboardDifference(before: JsonObject, after: JsonObject): readonly string[] {
  const panels = pairPanels(before, after);
  const lines = [
    ...panelLines(panels),
    ...namedDifference({
      what: 'variable',
      before: listOfNamed(before, 'templating'),
      after: listOfNamed(after, 'templating'),
    }),
    ...namedDifference({
      what: 'annotation query',
      before: listOfNamed(before, 'annotations'),
      after: listOfNamed(after, 'annotations'),
    }),
    ...settingLines(before, after),
  ];
  return lines.map((line) => line.replace(/\s+/g, ' '));
}

/** The first lines, and how many were left out. */
export function shortDifference(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const left = lines.length - most;
  return [...lines.slice(0, most), `and ${left} more ${left === 1 ? 'change' : 'changes'}`];
}

function panelLines({ pairs, added, removed }: PanelPairs): readonly string[] {
  const moved = pairs.filter(({ before, after }) => placeChange(before, after) !== undefined);
  const isToldOnce = moved.length > mostPlacesTold;
  const changed = pairs.flatMap(({ before, after }) => {
    const place = isToldOnce ? undefined : placeChange(before, after);
    const changes = [...panelChanges(before, after), ...(place === undefined ? [] : [place])];
    return changes.length === 0 ? [] : [`${panelName(after)}: ${changes.join('; ')}`];
  });
  return [
    ...changed,
    ...added.map((panel) => `${panelName(panel)} added`),
    ...removed.map((panel) => `${panelName(panel)} removed`),
    ...(isToldOnce ? [`${moved.length} panels moved or resized`] : []),
  ];
}

/** Told above, or written by Grafana itself. */
const untold = new Set([
  'id',
  'uid',
  'version',
  'iteration',
  'schemaVersion',
  'panels',
  'rows',
  'templating',
  'annotations',
]);

function settingLines(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !untold.has(name));
  return names
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => `${name}: ${changeOf(before[name], after[name])}`);
}
