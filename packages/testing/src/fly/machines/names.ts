const ADJECTIVES = ['quiet', 'white', 'holy', 'falling', 'dry', 'summer', 'proud', 'cold'];
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGKILL', 'SIGSTOP'];

/** The signal a machine is stopped with; SIGINT where the name is none. */
export function signalNamed(name: string): NodeJS.Signals {
  return SIGNALS.find((signal) => signal === name) ?? 'SIGINT';
}

/** Two words, as Fly makes them up. */
export function machineName(id: string): string {
  return `${ADJECTIVES[id.charCodeAt(0) % ADJECTIVES.length] ?? 'quiet'}-river-${id.slice(-4)}`;
}
