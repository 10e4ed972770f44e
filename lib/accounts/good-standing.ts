/** The condition on a user who may act: neither suspended nor closed. */
export const inGoodStanding = { suspendedAt: null, closedAt: null } as const;
