/** Daily reconciliation. */
export const reconcile = `SELECT 1;`;
