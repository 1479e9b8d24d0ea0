import { type AppConfig, hasProcesses, processGroups } from './app-config.js';
import { fieldsOf, tablesOf, textOf, textsOf } from './fields.js';
import { groupConfig } from './group-config.js';
import { servicesFrom } from './services.js';

const STRATEGIES = ['canary', 'rolling', 'bluegreen', 'immediate'];

/** Top-level keys flyctl knows; others are silently ignored unless `config validate --strict` is asked. */
const KNOWN_KEYS = new Set(
  `app primary_region kill_signal kill_timeout swap_size_mb console_command host_dedication_id experimental build deploy
   env http_service services metrics checks files mounts vm statics restart processes machine_checks machine_config
   network_policies consul_enabled`.split(/\s+/),
);

/** The rules of a deploy's "Verify app config"; an empty list means valid. */
export function configProblems(config: AppConfig, strategy: string | undefined): readonly string[] {
  const wanted = strategy ?? textOf(fieldsOf(config.raw['deploy'])['strategy']);
  return [...strategyProblems(config, wanted), ...serviceProblems(config), ...mountProblems(config)];
}

export function unknownKeys(config: AppConfig): readonly string[] {
  return Object.keys(config.raw).filter((key) => !KNOWN_KEYS.has(key));
}

function strategyProblems(config: AppConfig, strategy: string | undefined): readonly string[] {
  if (strategy === undefined) return [];
  if (!STRATEGIES.includes(strategy)) return [`unsupported deployment strategy '${strategy}'`];
  const mounts = tablesOf(config.raw['mounts']).length > 0;
  if (strategy === 'canary' && mounts)
    return ['error canary deployment strategy is not supported when using mounted volumes'];
  if (strategy === 'bluegreen' && mounts)
    return ['error bluegreen deployment strategy is not supported when using mounted volumes'];
  return [];
}

function serviceProblems(config: AppConfig): readonly string[] {
  if (!hasProcesses(config)) return [];
  const groups = processGroups(config);
  return servicesFrom(config).flatMap(({ groups: named, service }) => {
    if (named.length === 0) {
      return [
        `Service with internal port ${service.internal_port} has no processes set, but the app has ${groups.size} processes defined; update your fly.toml to set processes for each service`,
      ];
    }
    const missing = named.filter((name) => !groups.has(name));
    return missing.map(
      (name) =>
        `Service specifies '${name}' as one of its processes, but no processes are defined with that name; update fly.toml [processes] to add '${name}' process or remove it from service's processes list`,
    );
  });
}

function mountProblems(config: AppConfig): readonly string[] {
  const groups = [...processGroups(config).keys()];
  const named = tablesOf(config.raw['mounts']).flatMap((mount) => textsOf(mount['processes']));
  const unknown = named.filter((name) => !groups.includes(name));
  const many = groups.filter((group) => groupConfig(config, group).wanted.length > 1);
  return [
    ...unknown.map((name) => `mounts has process group '${name}' that is not defined in [processes]`),
    ...many.map((group) => `group '${group}' has more than one [[mounts]] section defined`),
  ];
}
