import { type AppConfig, hasProcesses, processGroups } from './app-config.js';
import { durationOf } from './checks.js';
import { type Fields, fieldsOf, numberOf, tablesOf, textOf, textsOf } from './fields.js';
import { isShellSplittable } from './shell-words.js';
import { sizeGb } from './sizes.js';

const STRATEGIES = ['canary', 'rolling', 'immediate', 'bluegreen'];
const SHORTEST_INTERVAL_MS = 2000;
const LONGEST_TIMEOUT_MS = 60_000;

/** Top-level keys flyctl knows; others are silently ignored unless `config validate --strict` is asked. */
const KNOWN_KEYS = new Set(
  `app primary_region kill_signal kill_timeout swap_size_mb console_command host_dedication_id experimental build deploy
   env http_service services metrics checks files mounts vm statics restart processes machine_checks machine_config
   network_policies consul_enabled`.split(/\s+/),
);

/** What the validation says, line by line as flyctl puts it together, and whether it is a refusal. */
interface Finding {
  readonly text: string;
  readonly isFatal: boolean;
}

export interface Verdict {
  readonly text: string;
  readonly isValid: boolean;
}

/** The rules of "Verify app config". `strategy` is the one of the file, or of the flag where that is looked at. */
export function validateConfig(config: AppConfig, strategy = strategyOf(config)): Verdict {
  const findings = [
    ...deployFindings(config, strategy),
    ...checkFindings(config),
    ...serviceFindings(config),
    ...commandFindings(config),
    ...mountFindings(config),
    ...restartFindings(config),
  ];
  const isValid = !findings.some(({ isFatal }) => isFatal);
  const end = isValid
    ? '\u001b[32m✓\u001b[0m Configuration is valid\n'
    : '\n   \u001b[31m✘\u001b[0minvalid app configuration\n';
  return { text: `Validating ${config.file}\n${findings.map(({ text }) => text).join('')}${end}`, isValid };
}

export function strategyOf(config: AppConfig): string | undefined {
  return textOf(fieldsOf(config.raw['deploy'])['strategy']);
}

export function unknownKeys(config: AppConfig): readonly string[] {
  return Object.keys(config.raw).filter((key) => !KNOWN_KEYS.has(key));
}

function fatal(text: string): Finding {
  return { text, isFatal: true };
}

/** Only "canary" is refused with mounts; two of these texts end without a line break, as there. */
function deployFindings(config: AppConfig, strategy: string | undefined): readonly Finding[] {
  const command = textOf(fieldsOf(config.raw['deploy'])['release_command']) ?? '';
  const hasMounts = tablesOf(config.raw['mounts']).length > 0;
  return [
    ...(isShellSplittable(command) ? [] : [fatal(`Can't shell split release command: '${command}'\n`)]),
    ...(strategy === undefined || STRATEGIES.includes(strategy)
      ? []
      : [
          fatal(
            `unsupported deployment strategy '${strategy}'; Apps v2 supports the following strategies: ${STRATEGIES.join(', ')}`,
          ),
        ]),
    ...(strategy === 'canary' && hasMounts
      ? [fatal('error canary deployment strategy is not supported when using mounted volumes')]
      : []),
  ];
}

function checkFindings(config: AppConfig): readonly Finding[] {
  return Object.entries(fieldsOf(config.raw['checks'])).flatMap(([name, given]) => {
    const check = fieldsOf(given);
    const interval = durationOf(check['interval']);
    const timeout = durationOf(check['timeout']);
    return [
      ...(interval !== undefined && interval < SHORTEST_INTERVAL_MS
        ? [fatal(`Check '${name}' interval is too short: ${String(check['interval'])}, minimum is 2 seconds\n`)]
        : []),
      ...(timeout !== undefined && timeout > LONGEST_TIMEOUT_MS
        ? [fatal(`Check '${name}' timeout is too long: ${String(check['timeout'])}, maximum is 60 seconds\n`)]
        : []),
    ];
  });
}

function serviceFindings(config: AppConfig): readonly Finding[] {
  const web = tablesOf(config.raw['http_service']).map((table) => ({ table, hasPorts: true }));
  const listed = tablesOf(config.raw['services']).map((table) => ({
    table,
    hasPorts: tablesOf(table['ports']).length > 0,
  }));
  return [...web, ...listed].flatMap(({ table, hasPorts }) => [
    ...processFindings(config, table),
    ...(hasPorts ? [] : [{ text: 'WARNING: Service must expose at least one port. ', isFatal: false }]),
  ]);
}

function processFindings(config: AppConfig, service: Fields): readonly Finding[] {
  const groups = processGroups(config);
  const named = textsOf(service['processes']);
  if (named.length === 0 && hasProcesses(config)) {
    return [
      fatal(
        `Service has no processes set but app has ${groups.size} processes defined; update fly.toml to set processes for each service\n`,
      ),
    ];
  }
  return named
    .filter((name) => !groups.has(name))
    .map((name) =>
      fatal(
        `Service specifies '${name}' as one of its processes, but no processes are defined with that name; update fly.toml [processes] to add '${name}' process or remove it from service's processes list\n`,
      ),
    );
}

function commandFindings(config: AppConfig): readonly Finding[] {
  return [...processGroups(config)]
    .filter(([, command]) => !isShellSplittable(command))
    .map(([name]) =>
      fatal(
        `Could not parse command for '${name}' process group; check [processes] section: EOF found when expecting closing quote\n`,
      ),
    );
}

function mountFindings(config: AppConfig): readonly Finding[] {
  return tablesOf(config.raw['mounts']).flatMap((mount) => {
    const written = mount['initial_size'];
    if (written === undefined || written === '') return [];
    const size = typeof written === 'string' ? sizeGb(written) : numberOf(written);
    const source = String(mount['source']);
    if (size === undefined)
      return [
        fatal(
          `mount '${source}' with initial_size '${String(written)}' will fail because of: invalid size: '${String(written)}'\n`,
        ),
      ];
    return size < 1
      ? [fatal(`mount '${source}' has an initial_size '${String(written)}' value which is smaller than 1GB\n`)]
      : [];
  });
}

function restartFindings(config: AppConfig): readonly Finding[] {
  const groups = processGroups(config);
  return tablesOf(config.raw['restart']).flatMap((restart) => [
    ...textsOf(restart['processes'])
      .filter((name) => !groups.has(name))
      .map((name) =>
        fatal(
          `Restart policy specifies '${name}' as one of its processes, but no processes are defined with that name; update fly.toml [processes] to add '${name}' process or remove it from restart policy's processes list\n`,
        ),
      ),
    ...(['always', 'on-failure', 'never'].includes(String(restart['policy']))
      ? []
      : [fatal(`invalid restart policy: ${String(restart['policy'] ?? '')}\n`)]),
  ]);
}
