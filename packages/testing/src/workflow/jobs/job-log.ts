import type { Annotation } from '../options.js';
import type { Masks } from './masks.js';
import { parseRunnerCommand, type RunnerCommand } from './runner-commands.js';

/** More of one level than this per step are shown in the log only. */
const MOST_ANNOTATIONS = 10;

/** One job's log. Lines that are workflow commands are obeyed. */
export class JobLog {
  readonly #lines: string[] = [];
  readonly #annotations: Annotation[] = [];
  readonly #masks: Masks;
  readonly #onLine: (text: string) => void;
  #counts: Record<string, number> = {};
  #stopToken: string | undefined;

  constructor(masks: Masks, onLine: (text: string) => void) {
    this.#masks = masks;
    this.#onLine = onLine;
  }

  beginStep(title: string): void {
    this.#counts = {};
    this.#stopToken = undefined;
    this.say(`##[group]${title}`);
  }

  /** A step of a composite shares the annotations of the step that uses it. */
  beginInnerStep(title: string): void {
    this.say(`##[group]${title}`);
  }

  /** A line of the runner's own; commands in it mean nothing. */
  say(text: string): void {
    const masked = this.#masks.apply(text);
    this.#lines.push(masked);
    this.#onLine(masked);
  }

  /** A line that a step printed. */
  hear(line: string): void {
    const command = parseRunnerCommand(line, this.#stopToken);
    if (this.#stopToken !== undefined) {
      this.#stopToken = command?.name === this.#stopToken.toLowerCase() ? undefined : this.#stopToken;
      this.say(line);
    } else if (command === undefined || !this.#obey(command)) {
      this.say(line);
    }
  }

  annotate(annotation: Annotation): void {
    const count = (this.#counts[annotation.level] ?? 0) + 1;
    this.#counts[annotation.level] = count;
    this.say(`##[${annotation.level}]${annotation.message}`);
    if (count <= MOST_ANNOTATIONS) {
      const message = this.#masks.apply(annotation.message);
      this.#annotations.push({ ...annotation, message });
    }
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  get annotations(): readonly Annotation[] {
    return this.#annotations;
  }

  #obey({ name, properties, data }: RunnerCommand): boolean {
    switch (name) {
      case 'add-mask':
        this.#masks.add(data);
        this.say('::add-mask::***');
        return true;
      case 'stop-commands':
        this.#stopToken = data;
        return true;
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate({ level: name, message: data, properties });
        return true;
      case 'group':
        this.say(`##[group]${data}`);
        return true;
      case 'endgroup':
        this.say('##[endgroup]');
        return true;
      case 'debug':
        return true;
      case 'set-output':
      case 'save-state':
        this.annotate({
          level: 'error',
          message: `The \`${name}\` command is disabled; write to the file instead.`,
          properties: {},
        });
        return true;
      default:
        return false;
    }
  }
}
