/** How reports and scripts know the check, and whose part of the chain it is. */
export const base = { name: 'remote-read-back', blame: 'remote' } as const;
