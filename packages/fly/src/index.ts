export {
  type Address,
  type AppStatus,
  parseAddresses,
  parseAppStatus,
  parseStoredSecrets,
  parseVolumes,
  type StoredSecret,
  type Volume,
} from './answers/app.js';
export {
  type Machine,
  type MachineCheck,
  type MachineConfig,
  type MachineExit,
  type MachineImage,
  parseMachines,
} from './answers/machines.js';
export { findReleasedLine, parseReleases, type Release, type ReleasedRelease } from './answers/releases.js';
export { addressesOfApp, privateUrl, publicUrl } from './app-addresses.js';
export {
  appNamed,
  deployedApp,
  findAppNames,
  nameIn,
  namelessApp,
  namelessMonitoringApp,
  readName,
  sameApp,
} from './app-names.js';
export { type FlyMount, type FlyToml, parseFlyToml } from './config/fly-toml.js';
export { hasPublicServices, sleepingGroups } from './config/read-out.js';
export { type FlyTomlVariant, renderFlyToml } from './config/render-fly-toml.js';
export type { FlyService, PublicPort } from './config/service.js';
export { flyTokenMissing, hasFlyToken, isLoggedIn, type TokenInput } from './fly-login.js';
export { pinnedFlyctlVersion } from './flyctl/checksums.js';
export type { FlyctlOptions } from './flyctl/command.js';
export type { DeployOutcome, DeployRequest, WaitTimeout } from './flyctl/deploy.js';
export type { FailureKind, FlyFailure } from './flyctl/failure.js';
export {
  type Execution,
  type Flyctl,
  flyctl,
  type LastLogLines,
  type ProxyRequest,
  type VolumeRequest,
} from './flyctl/flyctl.js';
export { flyctlProblems } from './flyctl/flyctl-problems.js';
export {
  type FlyctlInstallation,
  type InstallEdges,
  type InstalledFlyctl,
  installFlyctl,
} from './flyctl/install.js';
export { type FlyctlAccess, openFlyctl } from './flyctl/open-flyctl.js';
export { openTunnel, type Tunnel, type TunnelRequest } from './flyctl/open-tunnel.js';
export type { TunnelAgent } from './flyctl/tunnel-agent.js';
export { isGoodFlyctl, oldestGoodFlyctl } from './flyctl/version.js';
export { type GoodRelease, lastGoodRelease, pinnedImage } from './last-good-release.js';
export {
  defaultGroup,
  describeMachine,
  describeProblem,
  type ExpectedRelease,
  groupOf,
  isOfRelease,
  isServing,
  type MachineProblem,
  proveRelease,
  type ReleaseProof,
} from './release-proof.js';
export { encodeSecretsImport, secretProblems } from './secrets/encode-import.js';
export { bareToken } from './secrets/token.js';
export { describeMovingPart, type MovingPart } from './source/moving-parts.js';
export {
  type BuildSource,
  type KnownSource,
  type ReadSource,
  readSource,
  type SourceEdges,
} from './source/read-source.js';
