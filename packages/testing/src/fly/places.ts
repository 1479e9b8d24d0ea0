import { fileURLToPath } from 'node:url';

/** Sources and compiled files lie equally deep, so that these hold from both; processes always run the compiled ones. */
const compiled = new URL('../../lib/fly/', import.meta.url);

export const PLATFORM_MAIN = fileURLToPath(new URL('platform/main.js', compiled));
export const BRIDGE_MAIN = fileURLToPath(new URL('host-bridge-main.js', compiled));
export const PROMETHEUS_SHIM = fileURLToPath(new URL('prometheus-shim.js', compiled));
export const FLYCTL_MAIN = fileURLToPath(new URL('flyctl.js', compiled));
export const MACHINE_INIT = fileURLToPath(new URL('../../bin/machine-init.sh', import.meta.url));
