/** What FROM and RUN would have made of an image: neither is interpreted, the caller says what they leave behind. */
export interface RegisteredImage {
  /** Path inside the image → file or folder of this computer, shown read-only. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Writable folders that RUN would have made, with their owner. */
  readonly folders?: Readonly<Record<string, { readonly uid?: number; readonly gid?: number; readonly mode?: number }>>;
  /** The environment of the FROM image and of RUN's installers. */
  readonly env?: Readonly<Record<string, string>>;
  /** More environment where machines share this computer's root folder: paths in it that the image has are translated. */
  readonly loopbackEnv?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  readonly user?: string;
  readonly workdir?: string;
  /** Users that RUN would have added, besides root, node (1000) and nobody (65534): name → "uid:gid". */
  readonly users?: Readonly<Record<string, string>>;
}

/**
 * Which image a Dockerfile is: by its absolute path, by the end of its path ("docker/Dockerfile.fly"), or by what its
 * last stage is made from ("from:prom/prometheus", any tag). The longest key that fits wins, a path before a FROM.
 */
export type ImageTable = Readonly<Record<string, RegisteredImage>>;

const FROM_KEY = 'from:';

export function findRegistered(table: ImageTable, wanted: { file: string; from: string }): RegisteredImage | undefined {
  const byPath = Object.keys(table).filter((key) => wanted.file === key || wanted.file.endsWith(`/${key}`));
  const name = wanted.from.replace(/@.*$/, '').replace(/:[^/]*$/, '');
  const byFrom = Object.keys(table).filter(
    (key) => key === `${FROM_KEY}${name}` || key === `${FROM_KEY}${wanted.from}`,
  );
  const [key] = [...byPath.sort(longestFirst), ...byFrom.sort(longestFirst)];
  return key === undefined ? undefined : table[key];
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}
