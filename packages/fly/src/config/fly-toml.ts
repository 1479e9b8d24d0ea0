import { errorMessage, parseDuration, SuiteError } from '@fly-monitoring/kit';
import { parse } from 'smol-toml';
import { Field } from '../field.js';
import { defaultGroup } from '../release-proof.js';
import { inTodaysForm } from './old-forms.js';
import { groupsOf } from './process-groups.js';
import { type FlyService, parseHttpService, parseService } from './service.js';
import { volumeSizeGb } from './volume-size.js';

export interface FlyMount {
  readonly source: string;
  readonly destination: string;
  /** Whole gigabytes. */
  readonly initialSizeGb: number | undefined;
  readonly groups: readonly string[];
}

/** What the suite needs to know of a fly.toml; everything else in it is flyctl's affair. */
export interface FlyToml {
  readonly app: string | undefined;
  readonly primaryRegion: string | undefined;
  readonly processGroups: readonly string[];
  readonly services: readonly FlyService[];
  readonly mounts: readonly FlyMount[];
  readonly env: Readonly<Record<string, string>>;
  readonly build: {
    readonly dockerfile: string | undefined;
    readonly image: string | undefined;
    readonly ignoreFile: string | undefined;
  };
  readonly deploy: {
    readonly strategy: string | undefined;
    readonly waitTimeoutMs: number | undefined;
    readonly releaseCommand: string | undefined;
    readonly releaseCommandTimeoutMs: number | undefined;
  };
}

/**
 * @param file for messages
 * @throws SuiteError FILE_INVALID that names the wrong field
 */
export function parseFlyToml(text: string, file: string): FlyToml {
  const root = new Field(inTodaysForm(parseToml(text, file)), '', complainAbout(file));
  const groups = root
    .at('processes')
    .entries()
    .map(([name]) => name);
  const processGroups = groups.length === 0 ? [defaultGroup] : groups;
  return {
    app: root.at('app').optionalString(),
    primaryRegion: root.at('primary_region').optionalString(),
    processGroups,
    services: parseServices(root, processGroups),
    mounts: root
      .at('mounts')
      .listOrOne()
      .map((mount) => parseMount(mount, processGroups)),
    env: root.at('env').texts(),
    build: {
      dockerfile: root.at('build').at('dockerfile').optionalString(),
      image: root.at('build').at('image').optionalString(),
      ignoreFile: root.at('build').at('ignorefile').optionalString(),
    },
    deploy: parseDeploy(root.at('deploy')),
  };
}

export function parseToml(text: string, file: string): Record<string, unknown> {
  try {
    // Whole numbers as bigint: writing the document out again must not turn 1.0 into 1.
    return parse(text, { integersAsBigInt: true });
  } catch (cause) {
    throw new SuiteError({
      code: 'FILE_INVALID',
      message: `${file} is not TOML: ${errorMessage(cause).trim()}`,
      hint: 'Correct the line shown; "fly config validate" checks the rest.',
      cause,
    });
  }
}

function complainAbout(file: string) {
  return (path: string, expected: string, seen: string) =>
    new SuiteError({
      code: 'FILE_INVALID',
      message: `${file}: ${path} is ${seen}; expected ${expected}.`,
      hint: 'https://fly.io/docs/reference/configuration/ describes every field.',
    });
}

function parseServices(root: Field, groups: readonly string[]): readonly FlyService[] {
  const http = root.at('http_service');
  const own = http.isAbsent ? [] : [parseHttpService(http, groups)];
  return [
    ...own,
    ...root
      .at('services')
      .listOrOne()
      .map((service) => parseService(service, groups)),
  ];
}

function parseMount(mount: Field, all: readonly string[]): FlyMount {
  return {
    source: mount.at('source').string(),
    destination: mount.at('destination').string(),
    initialSizeGb: parseSize(mount.at('initial_size')),
    groups: groupsOf(mount, all),
  };
}

function parseSize(field: Field): number | undefined {
  if (field.isAbsent) return undefined;
  return volumeSizeGb(String(field.value)) ?? field.refuse('a size such as 10gb');
}

function parseDeploy(deploy: Field): FlyToml['deploy'] {
  return {
    strategy: deploy.at('strategy').optionalString(),
    waitTimeoutMs: parseWait(deploy.at('wait_timeout')),
    releaseCommand: deploy.at('release_command').optionalString(),
    releaseCommandTimeoutMs: parseWait(deploy.at('release_command_timeout')),
  };
}

function parseWait(field: Field): number | undefined {
  if (field.isAbsent) return undefined;
  return parseDuration(String(field.value)) ?? field.refuse('a duration such as 5m');
}
