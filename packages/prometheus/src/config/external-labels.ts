import { type Document, isAlias, isMap, isScalar, type Node } from 'yaml';
import { isMergeKey, parseYamlDocument, resolveAlias } from '../yaml/yaml-document.js';

export interface Deployment {
  /** Undefined: the label stays as it is. */
  readonly monitoringApp: string | undefined;
  readonly environment: string;
}

/** The external labels that tell deployments apart, where the file has them: which there are is its owner's choice. */
export function setExternalLabels(text: string, { monitoringApp, environment }: Deployment): string {
  const named = setExternalLabel(text, 'environment', environment);
  return monitoringApp === undefined ? named : setExternalLabel(named, 'monitor', monitoringApp);
}

/**
 * Comments, anchors and layout stay. A label that is an alias becomes the value itself, so that nothing else that bears
 * the anchor changes; one that is merged in is changed where it is written, as a label may not be there twice.
 */
function setExternalLabel(text: string, label: string, value: string): string {
  const document = parseYamlDocument(text);
  if (document === undefined) return text;
  const labels = fieldOf(fieldOf(document.contents, 'global', document), 'external_labels', document);
  const node = fieldOf(labels, label, document);
  const scalar = resolved(node, document);
  if (!isScalar(scalar) || !node?.range || scalar.value === value) return text;
  const [start, end] = node.range;
  return text.slice(0, start) + JSON.stringify(value) + text.slice(end);
}

/** The node of a field as it is written, also where it is merged in; the last one counts. */
function fieldOf(owner: unknown, name: string, document: Document): Node | undefined {
  const map = resolved(owner, document);
  if (!isMap(map)) return undefined;
  const found = map.items.flatMap(({ key, value }) => {
    if (isMergeKey(key)) return mergedField(value, name, document) ?? [];
    return isScalar(key) && key.value === name ? [value as Node] : [];
  });
  return found.at(-1);
}

function mergedField(value: unknown, name: string, document: Document): Node | undefined {
  const merged = resolved(value, document);
  const mappings = isMap(merged) ? [merged] : merged !== undefined && 'items' in merged ? merged.items : [];
  for (const mapping of mappings as readonly unknown[]) {
    const found = fieldOf(mapping, name, document);
    if (found !== undefined) return found;
  }
  return undefined;
}

function resolved(node: unknown, document: Document): Node | undefined {
  return isAlias(node) ? resolveAlias(node, document) : ((node ?? undefined) as Node | undefined);
}
