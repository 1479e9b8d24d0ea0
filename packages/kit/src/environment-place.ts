/** The environment that dashboards and their records are marked with; production, however it is written, needs no mark. */
export function markedEnvironment(environment: string): string | undefined {
  return environment.toLowerCase() === 'production' ? undefined : environment;
}
