/** Refunds of known settlements. */
export const refund = `SELECT 1;`;
