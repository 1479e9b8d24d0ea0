import * as core from '@actions/core';
import type { Annotation, Log } from '../ports.js';
import type { Redactor } from '../secret.js';

/** Progress in a workflow's log. */
export function gitHubLog(redactor: Redactor): Log {
  return {
    info: (line) => core.info(redactor.redact(harmless(line))),
    group: (title, body) => core.group(redactor.redact(title), body),
    annotate: (annotation) => annotate(annotation, redactor),
  };
}

/** The runner obeys `::command::` at the start of a line and `##[command]` anywhere; both can come from a child process. */
export function harmless(line: string): string {
  return line.replace(/^(\s*)::/, '$1: :').replaceAll('##[', '## [');
}

function annotate(annotation: Annotation, redactor: Redactor): void {
  const properties: core.AnnotationProperties = { title: redactor.redact(annotation.title) };
  if (annotation.place !== undefined) {
    properties.file = annotation.place.file;
    if (annotation.place.line !== undefined) properties.startLine = annotation.place.line;
  }
  const write = { notice: core.notice, warning: core.warning, error: core.error }[annotation.level];
  write(redactor.redact(annotation.message), properties);
}
