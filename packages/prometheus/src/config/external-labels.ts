import { isScalar, parseDocument } from 'yaml';

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

/** Comments and layout stay. */
function setExternalLabel(text: string, label: string, value: string): string {
  const node = parseDocument(text).getIn(['global', 'external_labels', label], true);
  if (!isScalar(node) || !node.range || node.value === value) return text;
  const [start, end] = node.range;
  return text.slice(0, start) + JSON.stringify(value) + text.slice(end);
}
