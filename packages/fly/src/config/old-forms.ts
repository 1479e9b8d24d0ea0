/** A document of TOML as it was parsed. */
type Table = Readonly<Record<string, unknown>>;

/**
 * The forms of older fly.toml files in today's: flyctl reads both alike (internal/appconfig/patches.go). What is of no
 * known form is left as it is, for whoever reads it to refuse.
 */
export function inTodaysForm(root: Table): Record<string, unknown> {
  const { mount, mounts, ...rest } = root;
  const allMounts = [mount, mounts].flatMap((each) => (each === undefined ? [] : [each].flat()));
  return {
    ...rest,
    ...(root['env'] === undefined ? {} : { env: mergedTables(root['env']) }),
    ...(root['processes'] === undefined ? {} : { processes: namedCommands(root['processes']) }),
    ...(allMounts.length === 0 ? {} : { mounts: allMounts }),
  };
}

/** `[[env]]`: several tables, of which the later ones win. */
function mergedTables(env: unknown): unknown {
  return Array.isArray(env) && env.every(isTable) ? Object.assign({}, ...env) : env;
}

/** `[[processes]]`: tables with `name` and `command`; those without a name count for nothing. */
function namedCommands(processes: unknown): unknown {
  if (!Array.isArray(processes) || !processes.every(isTable)) return processes;
  const named = processes.filter((each) => each['name'] !== undefined);
  return Object.fromEntries(named.map((each) => [String(each['name']), String(each['command'] ?? '')]));
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
