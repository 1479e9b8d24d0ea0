import { durationOf } from './checks.js';
import { type Fields, isFields } from './fields.js';
import { renderGoDuration } from './go-duration.js';
import { autostopFrom, autostopView } from './services.js';

const DURATIONS = new Set('interval timeout grace_period kill_timeout wait_timeout release_command_timeout'.split(' '));
/** Written as one table or a list of them, and always printed as a list. */
const LISTS = new Set(['mounts', 'metrics', 'files', 'restart', 'vm', 'services', 'statics']);
/** Names chosen by the user: nothing below is touched. */
const FREE = new Set(['env', 'processes', 'headers', 'args']);

/** A configuration as flyctl prints it in JSON: its own types have gone over the values. */
export function configJson(config: Fields): Record<string, unknown> {
  return view(config, { isTop: true, autostop: (value) => autostopView(value) });
}

/** The same for TOML, where autostop is a word. */
export function configToml(config: Fields): Record<string, unknown> {
  return view(config, { isTop: true, autostop: (value) => value });
}

interface Style {
  readonly isTop: boolean;
  autostop(value: 'off' | 'stop' | 'suspend'): unknown;
}

function view(table: Fields, style: Style): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, viewField(key, value, style)]));
}

function viewField(key: string, value: unknown, style: Style): unknown {
  const inner = { ...style, isTop: false };
  if (FREE.has(key)) return value;
  if (key === 'auto_stop_machines') {
    const read = autostopFrom(value);
    return read === undefined ? value : style.autostop(read);
  }
  if (DURATIONS.has(key) && typeof value === 'string') return renderGoDuration(durationOf(value) ?? 0);
  if (Array.isArray(value)) return value.map((item) => (isFields(item) ? view(item, inner) : item));
  if (!isFields(value)) return value;
  return style.isTop && LISTS.has(key) ? [view(value, inner)] : view(value, inner);
}
