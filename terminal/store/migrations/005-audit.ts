/** The hash-chained audit rows. */
export const audit = `SELECT 1;`;
