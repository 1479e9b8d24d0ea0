import { type DockerInstruction, readDockerfile } from './dockerfile-instructions.js';
import { expandVariables } from './expand-variables.js';

/** Something that a build takes from elsewhere, and that may be another thing the next time. */
export type MovingPart =
  | { readonly kind: 'tag'; readonly image: string }
  | { readonly kind: 'address'; readonly address: string }
  /** What it names is not known before the build. */
  | { readonly kind: 'unread'; readonly instruction: string };

/** @param buildArguments those of the fly.toml and those of the command line */
export function movingParts(dockerfile: string, buildArguments: ReadonlyMap<string, string>): readonly MovingPart[] {
  const { syntax, instructions } = readDockerfile(dockerfile);
  const scope = new Scope(buildArguments);
  const frontend = buildArguments.get('BUILDKIT_SYNTAX') ?? syntax;
  const parts = [
    ...(frontend === undefined ? [] : scope.image(frontend, `syntax=${frontend}`)),
    ...instructions.flatMap((instruction) => scope.read(instruction)),
  ];
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

/** flyctl builds for this platform alone (internal/build/imgsrc). */
const platform = { TARGETPLATFORM: 'linux/amd64', TARGETOS: 'linux', TARGETARCH: 'amd64', TARGETVARIANT: '' };

/** Follows a Dockerfile from the top: which arguments have a value, and which stages have a name. */
class Scope {
  readonly #given: ReadonlyMap<string, string>;
  readonly #values = new Map<string, string>(Object.entries(platform));
  readonly #stages = new Set<string>();
  #stageCount = 0;

  constructor(given: ReadonlyMap<string, string>) {
    this.#given = given;
  }

  read({ keyword, words }: DockerInstruction): readonly MovingPart[] {
    switch (keyword) {
      case 'ARG':
        // An argument of a stage cannot reach a FROM.
        if (this.#stageCount === 0) for (const word of words) this.#declare(word);
        return [];
      case 'FROM':
        return this.#from(words);
      case 'COPY':
        return this.#sourceOf(words, /^--from=(.+)$/, 'COPY');
      case 'RUN':
        return this.#sourceOf(words, /^--mount=(?:.*,)?from=([^,]+)/, 'RUN');
      case 'ADD':
        return added(words);
      default:
        return [];
    }
  }

  image(written: string, instruction: string): readonly MovingPart[] {
    const image = expandVariables(written, this.#values);
    if (image === undefined || image === '') return [{ kind: 'unread', instruction }];
    if (image === 'scratch' || this.#isStage(image) || /@sha256:[0-9a-f]{64}$/.test(image)) return [];
    return [{ kind: 'tag', image }];
  }

  #declare(word: string): void {
    const [name = ''] = word.split('=', 1);
    const usual = word.includes('=') ? expandVariables(unquoted(word.slice(name.length + 1)), this.#values) : undefined;
    const value = this.#given.get(name) ?? usual;
    if (value !== undefined) this.#values.set(name, value);
  }

  #from(words: readonly string[]): readonly MovingPart[] {
    const [image = '', as, name] = words.filter((word) => !word.startsWith('--'));
    const parts = this.image(image, `FROM ${image}`);
    this.#stages.add(String(this.#stageCount++));
    if (as?.toUpperCase() === 'AS' && name !== undefined) this.#stages.add(name.toLowerCase());
    return parts;
  }

  #sourceOf(words: readonly string[], option: RegExp, keyword: string): readonly MovingPart[] {
    return words.flatMap((word) => {
      const [, source] = option.exec(word) ?? [];
      return source === undefined ? [] : this.image(source, `${keyword} ${word}`);
    });
  }

  #isStage(name: string): boolean {
    return this.#stages.has(name.toLowerCase());
  }
}

/** A checksum makes a download known; of a git repository only a commit would, and it is not looked for. */
function added(words: readonly string[]): readonly MovingPart[] {
  const isPinned = words.some((word) => /^--checksum=sha256:[0-9a-f]{64}$/.test(word));
  const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
  return sources.flatMap((source): readonly MovingPart[] => {
    if (source.startsWith('$')) return [{ kind: 'unread', instruction: `ADD ${source}` }];
    if (/^[\w.-]+@[\w.-]+:|^(git|ssh):\/\/|^https?:.*\.git(#|\?|$)/i.test(source))
      return [{ kind: 'address', address: source }];
    return /^https?:\/\//i.test(source) && !isPinned ? [{ kind: 'address', address: source }] : [];
  });
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, '$2');
}

/** As the subject of a sentence. */
export function describeMovingPart(part: MovingPart): string {
  switch (part.kind) {
    case 'tag':
      return `${part.image} is a tag that may have moved`;
    case 'address':
      return `${part.address} may give something else by now`;
    case 'unread':
      return `what "${part.instruction}" names is not known before the build`;
  }
}
