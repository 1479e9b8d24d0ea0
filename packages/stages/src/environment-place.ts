/** The environment that dashboards and their records are marked with; production needs no mark. */
export function markedEnvironment(environment: string): string | undefined {
  return environment === 'production' ? undefined : environment;
}
