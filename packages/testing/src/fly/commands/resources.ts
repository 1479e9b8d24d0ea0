import type { IpType } from '../platform/model.js';
import { ipView, releaseView, volumeView } from '../platform/views.js';
import { type Command, findApp, printJson, wantsJson } from './command.js';
import { FlyctlError } from './flyctl-error.js';

const RELEASE_LIMIT = 25;
const DEFAULT_VOLUME_GB = 1;

const releases: Command = {
  args: { kind: 'none' },
  run(call) {
    const app = findApp(call);
    call.strike('releases', { app: app.name });
    const newest = [...app.releases].reverse().slice(0, RELEASE_LIMIT);
    // A list that Go never filled is null.
    if (wantsJson(call)) return printJson(call, newest.length === 0 ? null : newest.map(releaseView));
    for (const release of newest)
      call.out(`v${release.version}\t${release.status}\t${release.description}\t${release.createdAt}\n`);
  },
};

const listIps: Command = {
  run(call) {
    const { ips } = findApp(call);
    if (wantsJson(call)) return printJson(call, ips.map(ipView));
    for (const ip of ips) call.out(`${ip.type}\t${ip.address}\t${ip.region}\n`);
  },
};

const allocateV4: Command = {
  run(call) {
    const shared = call.flags.isOn('shared') === true;
    if (!shared && call.flags.isOn('yes') !== true) {
      throw new FlyctlError('yes flag must be specified when not running interactively');
    }
    allocate(call, shared ? 'shared_v4' : 'v4');
  },
};

const allocateV6: Command = {
  run: (call) => allocate(call, call.flags.isOn('private') === true ? 'private_v6' : 'v6'),
};

function allocate(call: Parameters<Command['run']>[0], type: IpType): void {
  const ip = call.platform.allocateIp(findApp(call), type);
  call.out(
    `VERSION\tIP\tTYPE\tREGION\n${type.includes('v6') ? 'v6' : 'v4'}\t${ip.address}\tpublic (${type})\t${ip.region}\n`,
  );
}

const releaseIp: Command = {
  args: { kind: 'atLeast', count: 1 },
  run(call) {
    const app = findApp(call);
    for (const address of call.flags.args) {
      const at = app.ips.findIndex((ip) => ip.address === address);
      if (at < 0) throw new FlyctlError(`IP address ${address} not found`);
      app.ips.splice(at, 1);
      call.out(`Released ${address} from ${app.name}\n`);
    }
  },
};

const listVolumes: Command = {
  run(call) {
    const volumes = [...findApp(call).volumes.values()];
    if (wantsJson(call)) return printJson(call, volumes.map(volumeView));
    for (const volume of volumes)
      call.out(
        `${volume.id}\tcreated\t${volume.name}\t${volume.sizeGb}GB\t${volume.region}\t${volume.attachedMachineId ?? ''}\n`,
      );
  },
};

const createVolume: Command = {
  args: { kind: 'exactly', count: 1 },
  run(call) {
    const app = findApp(call);
    const name = call.flags.args[0] ?? '';
    const first = ![...app.volumes.values()].some((volume) => volume.name === name);
    if (first && call.flags.isOn('yes') !== true)
      throw new FlyctlError('yes flag must be specified when not running interactively');
    const region = call.flags.text('region') ?? call.env['FLY_REGION'];
    if (region === undefined) throw new FlyctlError('region code must be specified when not running interactively');
    const sizeGb = Number(call.flags.text('size') ?? DEFAULT_VOLUME_GB);
    const volume = call.platform.createVolume(app, { name, region, sizeGb });
    if (wantsJson(call)) printJson(call, volumeView(volume));
    else
      call.out(
        `                  ID: ${volume.id}\n                Name: ${name}\n              Region: ${region}\n             Size GB: ${sizeGb}\n`,
      );
  },
};

export const resourceCommands: Readonly<Record<string, Command>> = {
  releases,
  'apps releases': releases,
  'ips list': listIps,
  'ips allocate-v4': allocateV4,
  'ips allocate-v6': allocateV6,
  'ips release': releaseIp,
  'volumes list': listVolumes,
  'volumes create': createVolume,
};
