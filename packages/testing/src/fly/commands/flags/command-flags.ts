import { DEPLOY_FLAGS } from './deploy-flags.js';
import { APP_FLAGS, GUEST_FLAGS, JSON_FLAG, SELECT_FLAG, YES_FLAG } from './flag-groups.js';
import type { FlagSpec } from './flags.js';

const CHANGE_SECRETS: FlagSpec = { ...APP_FLAGS, detach: 'switch', 'dns-checks': 'switch', stage: 'switch' };
const RELEASES: FlagSpec = { ...APP_FLAGS, ...JSON_FLAG, image: 'switch' };
const APP_AND_JSON: FlagSpec = { ...APP_FLAGS, ...JSON_FLAG };
const TOKEN: FlagSpec = { ...JSON_FLAG, 'expiry,x': 'duration', 'name,n': 'text' };

/**
 * Every command and its flags, as `--help` of the real executable lists them, with those it hides. A command that is not
 * here does not exist.
 */
export const COMMAND_FLAGS = {
  deploy: DEPLOY_FLAGS,
  status: { ...APP_AND_JSON, all: 'switch', deployment: 'switch', watch: 'switch', rate: 'int' },
  releases: RELEASES,
  'apps create': {
    ...JSON_FLAG,
    ...YES_FLAG,
    'org,o': 'text',
    name: 'text',
    'generate-name': 'switch',
    network: 'text',
    machines: { kind: 'switch', hidden: true },
    save: 'switch',
  },
  'apps list': { ...JSON_FLAG, 'org,o': 'text', 'quiet,q': 'switch' },
  'apps destroy': YES_FLAG,
  'apps releases': RELEASES,
  'secrets set': CHANGE_SECRETS,
  'secrets import': CHANGE_SECRETS,
  'secrets unset': CHANGE_SECRETS,
  'secrets list': APP_AND_JSON,
  'secrets deploy': { ...APP_FLAGS, detach: 'switch', 'dns-checks': 'switch' },
  'secrets sync': CHANGE_SECRETS,
  'machine list': { ...APP_AND_JSON, 'quiet,q': 'switch' },
  'machine status': { ...APP_FLAGS, ...SELECT_FLAG, 'display-config,d': 'switch' },
  'machine start': { ...APP_FLAGS, ...SELECT_FLAG },
  'machine stop': { ...APP_FLAGS, ...SELECT_FLAG, 'signal,s': 'text', timeout: 'int', 'wait-timeout,w': 'duration' },
  'machine restart': {
    ...APP_FLAGS,
    ...SELECT_FLAG,
    'signal,s': 'text',
    time: 'int',
    force: 'switch',
    'skip-health-checks': 'switch',
  },
  'machine destroy': { ...APP_FLAGS, ...SELECT_FLAG, 'force,f': 'switch', 'image,i': 'text' },
  'machine exec': { ...APP_AND_JSON, ...SELECT_FLAG, timeout: 'int', container: 'text', 'no-container': 'switch' },
  'machine leases clear': { ...APP_FLAGS, ...SELECT_FLAG },
  'image show': APP_AND_JSON,
  'checks list': { ...APP_AND_JSON, 'check-name': 'text' },
  'ips list': APP_AND_JSON,
  'ips allocate-v4': { ...APP_FLAGS, ...YES_FLAG, 'region,r': 'text', shared: 'switch' },
  'ips allocate-v6': { ...APP_FLAGS, 'region,r': 'text', 'org,o': 'text', network: 'text', private: 'switch' },
  'ips release': APP_FLAGS,
  'volumes list': { ...APP_AND_JSON, all: 'switch' },
  'volumes create': {
    ...APP_AND_JSON,
    ...YES_FLAG,
    ...GUEST_FLAGS,
    'region,r': 'text',
    'size,s': 'int',
    'count,n': 'int',
    'no-encryption': 'switch',
    'require-unique-zone': 'switch',
    'unique-zone-app-wide': 'switch',
    'snapshot-id': 'text',
    'snapshot-retention': 'int',
    'scheduled-snapshots': 'switch',
    'host-dedication-id': 'text',
    'fs-type': { kind: 'text', hidden: true },
  },
  'config show': { ...APP_FLAGS, local: 'switch', yaml: 'switch', toml: 'switch' },
  'config save': { ...APP_FLAGS, ...YES_FLAG, json: 'switch', yaml: 'switch' },
  'config validate': { ...APP_FLAGS, 'strict,s': 'switch' },
  proxy: {
    ...APP_FLAGS,
    'org,o': 'text',
    'select,s': 'switch',
    'quiet,q': 'switch',
    'bind-addr,b': 'text',
    'watch-stdin': 'switch',
  },
  logs: {
    ...APP_AND_JSON,
    'machine,m': { kind: 'text', aliases: ['instance,i'] },
    'region,r': 'text',
    'select,s': 'switch',
    'no-tail,n': 'switch',
  },
  'ssh console': {
    ...APP_FLAGS,
    'org,o': 'text',
    'command,C': 'text',
    machine: 'text',
    'select,s': 'switch',
    'region,r': 'text',
    'quiet,q': 'switch',
    'address,A': 'text',
    'user,u': 'text',
    pty: 'switch',
    'process-group,g': { kind: 'text', aliases: ['group'] },
    container: 'text',
    'no-container': 'switch',
  },
  'agent stop': {},
  'auth whoami': JSON_FLAG,
  'auth token': { ...JSON_FLAG, 'quiet,q': 'switch' },
  'tokens create deploy': { ...APP_FLAGS, ...TOKEN },
  'tokens create org': { ...TOKEN, 'org,o': 'text' },
  version: { ...JSON_FLAG, saveinstall: { kind: 'text', hidden: true } },
} as const satisfies Readonly<Record<string, FlagSpec>>;

export type CommandName = keyof typeof COMMAND_FLAGS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_FLAGS, name);
}
