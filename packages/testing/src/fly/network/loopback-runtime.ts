import type { BootedMachine, Runtime } from './runtime.js';

/** Replaced below once the namespaces work. */
export class LoopbackRuntime implements Runtime {
  constructor(readonly folder: string) {}
  boot(): Promise<BootedMachine> {
    return Promise.reject(new Error(`no machines in ${this.folder}`));
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}
