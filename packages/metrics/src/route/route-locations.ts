import { type Layer, parentOf, stackOf } from './express-shape.js';

/** The layers of which one was passed at a step of the way: several where Express hides which one it was. */
export type Hop = readonly Layer[];

/** A way from the outermost app down to a route: the mounts, then the route's own layer. */
export type Location = readonly Hop[];

/** Routers can be mounted in a circle, and many times each; beyond these a route is not looked for. */
const MAX_DEPTH = 20;
const MAX_LOCATIONS = 64;

/** How Express names the wrapper it puts round a sub-app, which keeps the sub-app out of sight from above. */
export const SUB_APP_LAYER = 'mounted_app';

/** Every place where a route can be reached from the apps that are known. */
export function findLocations(route: object, apps: Iterable<unknown>): Location[] {
  const found: Location[] = [];
  for (const app of apps) walk({ route, found }, stackOf(app) ?? [], hopsTo(app));
  return found;
}

/** The mounts between the outermost app and a sub-app. */
export function hopsTo(app: unknown): Location {
  const parent = parentOf(app);
  return parent === undefined ? [] : [...hopsTo(parent), subAppLayers(parent)];
}

/** The layers of an app behind which its sub-apps are. */
export function subAppLayers(app: unknown): Hop {
  return (stackOf(app) ?? []).filter((layer) => layer.name === SUB_APP_LAYER);
}

function walk(
  search: { readonly route: object; readonly found: Location[] },
  stack: readonly Layer[],
  hops: Location,
): void {
  if (hops.length > MAX_DEPTH) return;
  for (const layer of stack) {
    if (search.found.length >= MAX_LOCATIONS) return;
    if (layer.route === search.route) search.found.push([...hops, [layer]]);
    const inner = layer.route === undefined ? stackOf(layer.handle) : undefined;
    if (inner !== undefined) walk(search, inner, [...hops, [layer]]);
  }
}

/** How many layers can be reached from the apps: mounting something adds to it. */
export function countLayers(apps: Iterable<unknown>): number {
  const seen = new Set<unknown>();
  const stacks = [...apps].flatMap((app) => stackOf(app) ?? []);
  for (let layer = stacks.pop(); layer !== undefined; layer = stacks.pop()) {
    if (seen.has(layer)) continue;
    seen.add(layer);
    stacks.push(...(stackOf(layer.handle) ?? []));
  }
  return seen.size;
}
