import type { IncomingMessage } from 'node:http';
import { parentOf, property, type RoutedRequest, readRequest } from './express-shape.js';
import { LayerPaths } from './layer-path.js';
import { MountExplainer } from './mount-explainer.js';
import { countLayers, findLocations, type Location, subAppLayers } from './route-locations.js';

/** The route label of a request that neither a route nor a mounted handler answered. */
export const UNMATCHED = 'unmatched';

export interface ResolvedTemplate {
  readonly template: string;
  /** Whether every request to this route has this template, so that it may be kept with the route. */
  readonly isFixed: boolean;
}

/**
 * Tells the route template of a request from what is registered, never from what the client sent. The mount paths
 * are not on the request (`req.baseUrl` has the client's text, and is empty after an error), so the router tree is
 * walked, once per route.
 */
export class TemplateResolver {
  readonly #paths = new LayerPaths();
  readonly #apps = new Set<unknown>();
  #locations = new WeakMap<object, Location[]>();
  #mounts = new MountExplainer(this.#paths, this.#apps);
  #layers = 0;

  /** Makes an app known in which requests start. Returns whether that was news. */
  note(app: unknown): boolean {
    if (app === undefined || this.#apps.has(app)) return false;
    for (let at: unknown = app; at !== undefined; at = parentOf(at)) this.#apps.add(at);
    this.#forget();
    return true;
  }

  /** Whether layers were added to the known apps since this was last asked: what was found then may be wrong now. */
  hasChanged(): boolean {
    const layers = countLayers(this.#apps);
    if (layers === this.#layers) return false;
    this.#layers = layers;
    this.#forget();
    return true;
  }

  resolve(req: IncomingMessage): ResolvedTemplate {
    const request = readRequest(req);
    // From above, a sub-app is hidden in a function; it shows itself while it serves.
    if (parentOf(request.app) !== undefined) this.note(request.app);
    return request.route === undefined
      ? { template: this.#mounts.explain(request.baseUrl).template || UNMATCHED, isFixed: false }
      : this.#resolveRoute(request, request.route);
  }

  #forget(): void {
    this.#locations = new WeakMap();
    this.#mounts = new MountExplainer(this.#paths, this.#apps);
  }

  #resolveRoute(request: RoutedRequest, route: object): ResolvedTemplate {
    const locations = this.#locationsOf(route);
    const written = this.#onlyTemplate(locations);
    if (written !== undefined) return { template: written || '/', isFixed: true };
    for (const location of locations) {
      const template = this.#along(location, request.path);
      if (template !== undefined)
        return { template: template || '/', isFixed: this.#onlyTemplate(locations) !== undefined };
    }
    return { template: this.#hiddenTemplate(request, route) || '/', isFixed: false };
  }

  #locationsOf(route: object): Location[] {
    const known = this.#locations.get(route);
    if (known !== undefined) return known;
    const found = findLocations(route, this.#apps);
    this.#locations.set(route, found);
    return found;
  }

  /** The template where there is no choice: one place, one layer at each step, one path in each layer. */
  #onlyTemplate(locations: readonly Location[]): string | undefined {
    const [location, another] = locations;
    if (location === undefined || another !== undefined) return undefined;
    let template = '';
    for (const hop of location) {
      const [path, otherPath] = hop.flatMap((layer) => this.#paths.of(layer));
      if (path?.template === undefined || otherPath !== undefined) return undefined;
      template += path.template;
    }
    return template;
  }

  /** The template of the way the path took, undefined when it did not go this way. */
  #along([hop, ...hops]: Location, path: string): string | undefined {
    if (hop === undefined) return '';
    for (const layerPath of hop.flatMap((layer) => this.#paths.of(layer))) {
      const match = layerPath.match(path);
      const inner = match && this.#along(hops, withSlash(path.slice(match.consumed.length)));
      if (match !== undefined && inner !== undefined) return match.template + inner;
    }
    return undefined;
  }

  /** For a route behind a function that calls a router: what is visible of the way, then the route's own path. */
  #hiddenTemplate({ baseUrl, path }: RoutedRequest, route: object): string {
    const written = [property(route, 'path')].flat(Number.POSITIVE_INFINITY).map(String).join('|');
    if (baseUrl !== '') {
      const { template, rest } = this.#mounts.explain(baseUrl);
      return template + (rest === '' ? '' : '/*') + written;
    }
    return this.#subAppTemplate(path) + written;
  }

  /** An error leaves no trace of its mounts. If it can only have come out of one sub-app, it did. */
  #subAppTemplate(path: string): string {
    const subApps = [...this.#apps].flatMap(subAppLayers).flatMap((layer) => this.#paths.of(layer));
    const [template, another] = new Set(subApps.flatMap((subApp) => subApp.match(path)?.template ?? []));
    return another === undefined ? (template ?? '') : '';
  }
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
