/** How reports and scripts know the check, and whose part of the chain it is. */
export const base = { name: 'series', blame: 'monitoring' } as const;
