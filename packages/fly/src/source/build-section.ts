import { dirname, join } from 'node:path';
import { parseToml } from '../config/fly-toml.js';
import { Field } from '../field.js';

/** What `[build]` of a fly.toml says beyond the names of image and Dockerfile. */
export interface BuildSection {
  /** Buildpacks or a builtin of flyctl, which build without a Dockerfile of the user. */
  readonly isForeign: boolean;
  readonly arguments: ReadonlyMap<string, string>;
  readonly target: string | undefined;
  /** Absolute: it is relative to the folder of the fly.toml. */
  readonly ignoreFile: string | undefined;
}

/** @throws SuiteError FILE_INVALID */
export function parseBuildSection(text: string, configFile: string): BuildSection {
  const root = new Field(parseToml(text, configFile), '', (path, expected, seen) => {
    throw new Error(`${configFile}: ${path} is ${seen}; expected ${expected}.`);
  });
  const build = root.at('build');
  const ignoreFile = build.at('ignorefile').optionalString();
  return {
    isForeign: ['builder', 'buildpacks', 'builtin', 'compose'].some((name) => !build.at(name).isAbsent),
    arguments: new Map(Object.entries(build.at('args').texts())),
    target: build.at('build-target').optionalString(),
    ignoreFile: ignoreFile === undefined ? undefined : join(dirname(configFile), ignoreFile),
  };
}
