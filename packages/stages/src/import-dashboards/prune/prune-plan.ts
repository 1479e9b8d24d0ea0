/** A dashboard that this import made and whose file is gone. */
export interface PruneStep {
  readonly uid: string;
  readonly title: string;
  readonly url: string;
  readonly folderUid: string;
  /** What may be deleted: this version, with this message of ours in its record. */
  readonly version: number;
  readonly message: string;
  readonly reason: string;
}

/** One that was ours as well and is not deleted. */
export interface LeftDashboard {
  readonly uid: string;
  readonly title: string;
  readonly url: string;
  readonly reason: string;
}

export interface PrunePlan {
  readonly deletes: readonly PruneStep[];
  readonly left: readonly LeftDashboard[];
}

export const nothingToPrune: PrunePlan = { deletes: [], left: [] };

/** When not everything is written: who repairs the rest may want to look at what is there. */
export function deleteNothing({ deletes, left }: PrunePlan): PrunePlan {
  const reason = 'its file is gone; nothing is deleted in a run in which not everything was written';
  return { deletes: [], left: [...left, ...deletes.map(({ uid, title, url }) => ({ uid, title, url, reason }))] };
}
