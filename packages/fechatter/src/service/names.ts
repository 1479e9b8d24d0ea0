/** The four services and the port each one listens on unless told otherwise. */
export const defaultPorts = {
  fechatter_server: 9090,
  notify_server: 9091,
  bot_server: 9092,
  analytics_server: 7778,
} as const;

export type ServiceName = keyof typeof defaultPorts;

export function isServiceName(value: string): value is ServiceName {
  return Object.hasOwn(defaultPorts, value);
}

export const serviceNames: readonly ServiceName[] = Object.keys(defaultPorts).filter(isServiceName);
