/** One line about what happened. Lines hold no secrets: they go to the platform's logs. */
export type Log = (line: string) => void;
