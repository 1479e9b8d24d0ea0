import { type Reply, refusal } from '../http.js';
import { flagIn, isRecord, type Json, numberIn, parseRecord, recordIn, textIn } from '../json.js';
import type { Store, StoredFolder } from '../store.js';
import { uidFault } from '../uid.js';
import type { Grafana } from './route.js';

/** A save, as far as it can be understood without looking at what is stored. */
export type SaveRequest = {
  readonly dashboard: Json;
  readonly uid: string;
  readonly title: string;
  /** 0: not given. */
  readonly id: number;
  readonly version: number;
  readonly folderUid: string;
  readonly message: string;
  readonly overwrite: boolean;
};

export type Parsed =
  | { readonly kind: 'save'; readonly save: SaveRequest }
  | { readonly kind: 'refused'; readonly reply: Reply };

const LONGEST_TITLE = 5000;
const LONGEST_MESSAGE = 500;
const SHORTEST_REFRESH_S = 5;

export function parseSave(grafana: Grafana, body: string): Parsed {
  const command = parseRecord(body);
  if (command === undefined || !isRecord(command['dashboard'])) {
    return refused(refusal(400, 'bad request data'));
  }
  const dashboard = classic(recordIn(command, 'dashboard'), grafana.major);
  const save = {
    dashboard,
    uid: (textIn(dashboard, 'uid') ?? '').trim(),
    title: (textIn(dashboard, 'title') ?? '').trim(),
    id: numberIn(dashboard, 'id') ?? 0,
    version: numberIn(dashboard, 'version') ?? 0,
    message: textIn(command, 'message') ?? '',
    overwrite: flagIn(command, 'overwrite'),
  };
  const fault = faultOf(save, grafana.major);
  if (fault !== undefined) {
    return refused(fault);
  }
  const folderUid = folderOf(grafana.store, command);
  return folderUid === undefined
    ? refused(refusal(400, 'folder not found'))
    : { kind: 'save', save: { ...save, folderUid } };
}

function refused(reply: Reply): Parsed {
  return { kind: 'refused', reply };
}

/** A resource (apiVersion, kind, spec) is understood since 13; before, its title is simply not where it is looked for. */
function classic(given: Json, major: number): Json {
  const name = textIn(recordIn(given, 'metadata'), 'name');
  if (major < 13 || textIn(given, 'apiVersion') === undefined || name === undefined) {
    return given;
  }
  return { ...recordIn(given, 'spec'), uid: name };
}

function faultOf(save: Omit<SaveRequest, 'folderUid'>, major: number): Reply | undefined {
  if (save.title === '') {
    return major >= 13
      ? refusal(400, 'Dashboard spec is missing required title property')
      : refusal(400, 'Dashboard title cannot be empty', 'empty-name');
  }
  if (save.title.length > LONGEST_TITLE) {
    return refusal(400, 'Dashboard title cannot contain more than 5 000 characters', 'title-too-long');
  }
  const fault = uidFault(save.uid) ?? messageFault(save.message) ?? refreshFault(save.dashboard);
  return fault === undefined ? undefined : refusal(400, fault);
}

function messageFault(message: string): string | undefined {
  return message.length > LONGEST_MESSAGE ? `message too long, max ${LONGEST_MESSAGE} characters` : undefined;
}

function refreshFault(dashboard: Json): string | undefined {
  const seconds = /^(?<count>\d+)s$/.exec(textIn(dashboard, 'refresh') ?? '')?.groups?.['count'];
  const tooLow = seconds !== undefined && Number(seconds) < SHORTEST_REFRESH_S;
  return tooLow ? 'Dashboard refresh interval is too low' : undefined;
}

/** `folderUid` wins over `folderId`; with neither the dashboard goes to the root, even one that lay in a folder. */
function folderOf(store: Store, command: Json): string | undefined {
  const uid = textIn(command, 'folderUid') ?? '';
  const id = numberIn(command, 'folderId') ?? 0;
  if (uid === 'general' || (uid === '' && id === 0)) {
    return '';
  }
  const folders: readonly StoredFolder[] = [...store.folders.values()];
  return folders.find((folder) => (uid === '' ? folder.id === id : folder.uid === uid))?.uid;
}
