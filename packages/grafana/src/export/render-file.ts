import { isObject, type JsonObject, objectIn, textIn } from '../json.js';

export interface RenderedFile {
  readonly text: string;
  /** The old text was laid out in another way than JSON.stringify does it, so every line may differ. */
  readonly isReformatted: boolean;
}

/** The text of a file with another dashboard in it: in the shape, with the indent and the line ends of the old text. */
export function renderFile(old: string, dashboard: JsonObject): RenderedFile {
  const text = old.replace(/^\uFEFF/, '');
  const value = JSON.parse(text) as unknown;
  const layout = layoutOf(text);
  const isReformatted = laidOut(value, layout) !== text;
  return { text: laidOut(isObject(value) ? wrapped(value, dashboard) : dashboard, layout), isReformatted };
}

/** Classic JSON, the answer of Grafana's API, or a resource: what `unwrapDashboard` takes apart. */
function wrapped(outer: JsonObject, dashboard: JsonObject): JsonObject {
  if (textIn(outer, 'apiVersion') !== undefined) {
    return { ...outer, spec: withUidAs(objectIn(outer, 'spec') ?? {}, dashboard) };
  }
  const inner = objectIn(outer, 'dashboard');
  return inner === undefined ? withUidAs(outer, dashboard) : { ...outer, dashboard: withUidAs(inner, dashboard) };
}

/** A uid that the file does not say comes from its name, or from the resource around it. */
function withUidAs(old: JsonObject, dashboard: JsonObject): JsonObject {
  const { uid: _derived, ...rest } = dashboard;
  return 'uid' in old ? dashboard : rest;
}

interface Layout {
  readonly indent: string;
  readonly lineEnd: string;
  readonly end: string;
}

function layoutOf(text: string): Layout {
  return {
    indent: /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    end: /\s*$/.exec(text)?.[0] ?? '',
  };
}

function laidOut(value: unknown, { indent, lineEnd, end }: Layout): string {
  return `${JSON.stringify(value, null, indent).replaceAll('\n', lineEnd)}${end}`;
}
