export {
  fechatterImages,
  type LocalPlatform,
  type LocalPlatformOptions,
  startLocalPlatform,
} from './local-platform.js';
export { type RunningTraffic, startTraffic, type TrafficStart } from './traffic.js';
export { openTunnel, type Tunnel, type TunnelEnd } from './tunnels.js';
