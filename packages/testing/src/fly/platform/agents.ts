import { configFolder, type Environment, externalToken } from './tokens.js';

/** The background process of one configuration folder, which carries every tunnel of that folder's flyctl. */
export interface Agent {
  readonly folder: string;
  /** Whether a token of the environment came with the command that started it. */
  readonly hasToken: boolean;
}

/** The agents that run: one for each configuration folder, found by the socket that is in it. */
export class Agents {
  readonly #running = new Map<string, Agent>();

  /** The one that runs is used, whoever started it; without one it is started, and outlives the command. */
  establish(env: Environment): Agent {
    const folder = configFolder(env);
    const agent = this.#running.get(folder) ?? { folder, hasToken: externalToken(env) !== '' };
    this.#running.set(folder, agent);
    return agent;
  }

  isRunning(folder: string): boolean {
    return this.#running.has(folder);
  }

  /** False when none runs. */
  stop(env: Environment): boolean {
    return this.#running.delete(configFolder(env));
  }

  all(): readonly Agent[] {
    return [...this.#running.values()];
  }
}
