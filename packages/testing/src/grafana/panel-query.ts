export type TimeRange = { readonly fromMs: number; readonly toMs: number };

export type PanelQuery = {
  readonly refId: string;
  readonly expr: string;
  readonly isInstant: boolean;
  readonly intervalMs: number;
  readonly maxDataPoints: number;
};
