import * as core from '@actions/core';
import { cutLines, cutMiddle, harmless, onOneLine } from '../foreign-text.js';
import type { Annotation, Log } from '../ports.js';
import type { Redactor } from '../secret.js';

/** The runner cuts the rest off without a word (actions/runner, ExecutionContext.cs, _maxIssueMessageLength). */
const longestMessageCharacters = 4_096;
/** Of a check run's annotation (GitHub's REST API). */
const longestTitleCharacters = 255;

/** Progress in a workflow's log. */
export function gitHubLog(redactor: Redactor): Log {
  // Twice: a secret may be whole only before characters are replaced, or only after colours inside it are gone.
  const clean = (text: string) => redactor.redact(harmless(redactor.redact(text)));
  const title = (text: string) => cutMiddle(clean(onOneLine(redactor.redact(text))), longestTitleCharacters);
  return {
    info: (line) => core.info(cutLines(clean(line))),
    group: (name, body) => core.group(title(name), body),
    annotate: (annotation) => annotate(annotation, { clean, title }),
  };
}

interface Cleaning {
  clean(text: string): string;
  title(text: string): string;
}

function annotate({ level, title, message, place }: Annotation, cleaning: Cleaning): void {
  const properties: core.AnnotationProperties = { title: cleaning.title(title) };
  if (place !== undefined) {
    properties.file = cleaning.clean(onOneLine(place.file));
    if (place.line !== undefined) properties.startLine = place.line;
  }
  const write = { notice: core.notice, warning: core.warning, error: core.error }[level];
  write(cutMiddle(cleaning.clean(message), longestMessageCharacters), properties);
}
