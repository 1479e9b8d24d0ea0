import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fly, startFly } from '../../start-fly.js';
import type { Judge, Scene } from '../probe.js';
import { appsJudge } from './with-apps.js';

const misbehaviours: Readonly<Partial<Record<Scene, 'api-unavailable' | 'checks-never-pass' | 'lease-held'>>> = {
  'fly-unavailable': 'api-unavailable',
  'unhealthy-app': 'checks-never-pass',
  'lease-held': 'lease-held',
};

/** The stand-in of the tests, with apps that its own flyctl has made. */
export async function standInJudge(): Promise<Judge> {
  const fly = await startFly({ images: { Dockerfile: {} } });
  const judge = appsJudge({
    name: 'stand-in',
    flyctl: path.join(fly.stateDir, 'bin', 'flyctl'),
    environment: fly.environment,
    token: fly.token,
    app: 'conformance',
    org: 'personal',
    obstacles: {
      'host-unreachable': 'the stand-in has no hosts that fail',
      'never-starts': 'every machine of the stand-in starts',
      'machines-api-unavailable': 'an outage of the stand-in has one form',
    },
    around: async (scene, run) => {
      const kind = misbehaviours[scene];
      if (kind !== undefined) await fly.misbehave({ kind, times: 'always' });
      const result = await run();
      await fly.behave();
      return result;
    },
    atWork: (argv) => untilRunning(fly, argv),
  });
  return {
    ...judge,
    close: async () => {
      await judge.close();
      await fly.stop();
    },
  };
}

/** The stand-in's own list of calls tells that it has got this one. */
async function untilRunning(fly: Fly, argv: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(argv);
  const hasCome = async () => (await fly.calls()).some((call) => JSON.stringify(call.argv) === wanted);
  while (!(await hasCome())) await pause(50);
}
