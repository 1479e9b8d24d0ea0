import { type Layer, type Matcher, property } from './express-shape.js';
import { readExpress4Templates, splitExpress4Pattern } from './express4-path.js';
import { probeTemplate } from './probed-path.js';

/** One path of a layer. A layer has several when it was mounted on an array. */
export interface LayerPath {
  /** The template as it was written; undefined while it is not known yet. */
  readonly template: string | undefined;
  /** What the path takes off the front of `path`, and the template of that; undefined when it does not match. */
  match(path: string): ConsumedPath | undefined;
}

export interface ConsumedPath {
  readonly consumed: string;
  readonly template: string;
}

/** Reads the paths of layers, once per layer: a layer's paths never change. */
export class LayerPaths {
  readonly #known = new WeakMap<Layer, readonly LayerPath[]>();

  of(layer: Layer): readonly LayerPath[] {
    const known = this.#known.get(layer);
    if (known !== undefined) return known;
    const paths = readPaths(layer);
    this.#known.set(layer, paths);
    return paths;
  }
}

function readPaths(layer: Layer): readonly LayerPath[] {
  if (layer.slash === true || layer.regexp?.fast_slash === true) return [ROOT];
  const templates = writtenTemplates(layer);
  if (layer.regexp !== undefined) return express4Paths(layer.regexp, templates ?? readExpress4Templates(layer));
  return (layer.matchers ?? []).map((matcher, i) => {
    const template = templates?.[i];
    return template === undefined ? new ProbedPath(matcher) : new WrittenPath(matcher, template);
  });
}

/** Stands for a mount until a path has shown its parameters. */
const UNREADABLE = '/*';

/** A mount on "/": everything passes and nothing is taken off. */
const ROOT: LayerPath = { template: '', match: () => ({ consumed: '', template: '' }) };

/** Every version keeps the path of a route as it was written; that of a mount only Express 5.3 does. */
function writtenTemplates(layer: Layer): string[] | undefined {
  const written = layer.route === undefined ? layer.rawPath : property(layer.route, 'path');
  return written === undefined ? undefined : [written].flat(Number.POSITIVE_INFINITY).map(templateOf);
}

/** "/api/" and "/api" match alike; "/" adds nothing to what is around it. */
function templateOf(path: unknown): string {
  return path instanceof RegExp ? String(path) : String(path).replace(/\/+$/, '');
}

function express4Paths(regexp: RegExp, templates: readonly string[]): LayerPath[] {
  const patterns = splitExpress4Pattern(regexp);
  // A pattern that cannot be told apart into the paths it was made of stays one path with all their names.
  if (patterns.length !== templates.length) return [new WrittenPath(matcherOf(regexp), templates.join('|'))];
  return patterns.map((pattern, i) => new WrittenPath(matcherOf(pattern), templates[i] ?? ''));
}

function matcherOf(pattern: RegExp): Matcher {
  return (path) => {
    const match = pattern.exec(path);
    return match === null ? false : { path: match[0], params: {} };
  };
}

class WrittenPath implements LayerPath {
  readonly template: string;
  readonly #matcher: Matcher;

  constructor(matcher: Matcher, template: string) {
    this.#matcher = matcher;
    this.template = template;
  }

  match(path: string): ConsumedPath | undefined {
    const match = this.#matcher(path);
    return match ? { consumed: match.path, template: this.template } : undefined;
  }
}

/**
 * Express 5.0 to 5.2 keep no written path of a mount: its template is found by probing the matcher with the first
 * path it matches, and kept. One path has one template: whatever clients send, there are never more of them.
 */
class ProbedPath implements LayerPath {
  readonly #matcher: Matcher;
  #template: string | undefined;

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  get template(): string | undefined {
    return this.#template;
  }

  match(path: string): ConsumedPath | undefined {
    const match = this.#matcher(path);
    if (!match) return undefined;
    this.#template ??= probeTemplate(this.#matcher, match.path);
    return { consumed: match.path, template: this.#template ?? UNREADABLE };
  }
}
