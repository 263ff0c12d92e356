/** What a person must look at (work-list). Its table comes with the room that fills it. */
export const worklist = `SELECT 1;`;
