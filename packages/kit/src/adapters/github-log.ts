import type { Annotation, Log } from '../ports.js';
import type { Redactor } from '../secret.js';
import { cutLines, cutMiddle, harmless, onOneLine } from '../text/foreign-text.js';
import { type CommandProperties, issueCommand, printGroup, printLine } from './workflow-commands.js';

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
    info: (line) => printLine(cutLines(clean(line))),
    group: (name, body) => printGroup(title(name), body),
    annotate: (annotation) => annotate(annotation, { clean, title }),
  };
}

interface Cleaning {
  clean(text: string): string;
  title(text: string): string;
}

function annotate({ level, title, message, place }: Annotation, cleaning: Cleaning): void {
  issueCommand(
    level,
    { title: cleaning.title(title), ...placeProperties(place, cleaning) },
    cutMiddle(cleaning.clean(message), longestMessageCharacters),
  );
}

function placeProperties(place: Annotation['place'], { clean }: Cleaning): CommandProperties {
  if (place === undefined) return {};
  return { file: clean(onOneLine(place.file)), ...(place.line !== undefined && { line: place.line }) };
}
