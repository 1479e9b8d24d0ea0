import { diskToml } from './apps.js';
import type { Lane } from './row.js';
import { unavailable } from './unavailable.js';

const disks: Lane = {
  app: 'disks',
  toml: diskToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'volumes-unavailable',
      expects: { ...unavailable('deploy', 'disks'), state: 'listed', deploys: 1 },
    },
    {
      kind: 'host-full-on-update',
      when: 'with a volume',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/Fly\.io has no room for a machine of "disks"/, /failed to update VM/, /expected 2/],
        hint: /region.*fly volumes/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

const elsewhere: Lane = {
  app: 'elsewhere',
  toml: diskToml,
  isDeployed: false,
  reruns: 'each',
  rows: [
    {
      kind: 'volume-elsewhere',
      expects: {
        code: 'FLY_VOLUME_MISSING',
        says: [
          /A machine of "elsewhere" needs a volume that is not there, or is in another region/,
          /needs an unattached volume named 'data' in region 'nrt'/,
        ],
        hint: /fly volumes create <name> -r <region> -a elsewhere/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

export const lanesOfVolumes: readonly Lane[] = [disks, elsewhere];
