import { type Layer, parentOf, stackOf } from './express-shape.js';
import type { LayerPaths } from './layer-path.js';
import { SUB_APP_LAYER } from './route-locations.js';

/** How far the mounts that are registered account for a base URL. */
export interface MountExplanation {
  readonly template: string;
  /** The end of the base URL that no visible mount accounts for. */
  readonly rest: string;
}

/** Names the mount that answered a request without a route: static files, a guard that refused. */
export class MountExplainer {
  readonly #paths: LayerPaths;
  readonly #apps: ReadonlySet<unknown>;
  /** Only base URLs that are spelt like their template are kept: as many as there are mounts, whatever clients send. */
  readonly #literal = new Map<string, MountExplanation>();

  constructor(paths: LayerPaths, apps: ReadonlySet<unknown>) {
    this.#paths = paths;
    this.#apps = apps;
  }

  explain(baseUrl: string): MountExplanation {
    if (baseUrl === '') return { template: '', rest: '' };
    const known = this.#literal.get(baseUrl);
    if (known !== undefined) return known;
    const roots = [...this.#apps].filter((app) => parentOf(app) === undefined);
    const best = selectBest(
      baseUrl,
      roots.flatMap((app) => this.#explainStack(stackOf(app) ?? [], baseUrl)),
    );
    if (best.template === baseUrl) this.#literal.set(baseUrl, best);
    return best;
  }

  #explainStack(stack: readonly Layer[], base: string): MountExplanation[] {
    return stack.filter((layer) => layer.route === undefined).flatMap((layer) => this.#explainLayer(layer, base));
  }

  #explainLayer(layer: Layer, base: string): MountExplanation[] {
    return this.#paths.of(layer).flatMap((path) => {
      const match = path.match(base);
      if (match === undefined) return [];
      const rest = base.slice(match.consumed.length);
      const here = match.consumed === '' ? [] : [{ template: match.template, rest }];
      const deeper = rest === '' ? [] : this.#explainStack(this.#innerLayers(layer), rest);
      return [...here, ...deeper.map((inner) => ({ template: match.template + inner.template, rest: inner.rest }))];
    });
  }

  #innerLayers(layer: Layer): readonly Layer[] {
    if (layer.name !== SUB_APP_LAYER) return stackOf(layer.handle) ?? [];
    const subApps = [...this.#apps].filter((app) => stackOf(parentOf(app))?.includes(layer) === true);
    return subApps.flatMap((app) => stackOf(app) ?? []);
  }
}

/** The one that leaves least; among those, the one that is spelt like the request rather than one with parameters. */
function selectBest(baseUrl: string, explanations: readonly MountExplanation[]): MountExplanation {
  const least = Math.min(...explanations.map(({ rest }) => rest.length));
  const closest = explanations.filter(({ rest }) => rest.length === least);
  const spelt = closest.find(({ template, rest }) => (template + rest).toLowerCase() === baseUrl.toLowerCase());
  return spelt ?? closest[0] ?? { template: '', rest: baseUrl };
}
