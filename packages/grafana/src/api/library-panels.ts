import { type JsonObject, numberIn, objectIn, textIn } from '../json.js';
import { type Answer, type GrafanaFailure, isDoubtful, ok } from './answer.js';
import type { Transport } from './transport.js';

/** An element of the library, as Grafana has it. */
export interface StoredLibraryPanel {
  readonly uid: string;
  readonly name: string;
  readonly version: number;
  readonly model: JsonObject;
}

export interface NewLibraryPanel {
  readonly uid: string;
  readonly name: string;
  readonly model: JsonObject;
  /** Empty for the root. */
  readonly folderUid: string;
}

const path = '/api/library-elements';
/** Library panels; 2 are library variables. */
const kind = 1;

/** `ok` with undefined when there is none of that uid. */
export async function readLibraryPanel(
  transport: Transport,
  uid: string,
): Promise<Answer<StoredLibraryPanel | undefined>> {
  const answer = await transport.ask({ path: `${path}/${encodeURIComponent(uid)}` });
  if (answer.kind === 'not-found') return ok(undefined);
  return answer.kind === 'ok' ? ok(storedOf(answer.value)) : answer;
}

/** Makes it under its uid, and takes it as made when the answer was lost or another run has just made it. */
export async function makeLibraryPanel(transport: Transport, panel: NewLibraryPanel): Promise<Answer<unknown>> {
  const made = await transport.ask({ method: 'POST', path, body: { ...panel, kind } });
  if (made.kind === 'ok' || !mayExist(made)) return made;
  const stored = await readLibraryPanel(transport, panel.uid);
  return stored.kind === 'ok' && stored.value !== undefined ? ok(stored.value) : made;
}

/** Replaces the version that was seen; 412 when somebody saved it since. Its folder and name stay. */
export async function replaceLibraryPanel(
  transport: Transport,
  { uid, model, version }: Omit<StoredLibraryPanel, 'name'>,
): Promise<Answer<unknown>> {
  const body = { model, kind, version };
  return transport.ask({ method: 'PATCH', path: `${path}/${encodeURIComponent(uid)}`, body });
}

/** "library element with that name or UID already exists" is 400 (toLibraryElementError); 409 from the new storage. */
function mayExist(failure: GrafanaFailure): boolean {
  return failure.status === 400 || failure.status === 409 || isDoubtful(failure);
}

function storedOf(value: unknown): StoredLibraryPanel {
  const element = objectIn(value, 'result');
  return {
    uid: textIn(element, 'uid') ?? '',
    name: textIn(element, 'name') ?? '',
    version: numberIn(element, 'version') ?? 0,
    model: objectIn(element, 'model') ?? {},
  };
}
