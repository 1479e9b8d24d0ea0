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
