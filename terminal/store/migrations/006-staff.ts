/** Staff and their roles. */
export const staff = `SELECT 1;`;
