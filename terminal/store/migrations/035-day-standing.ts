/** Where a row of the day list stands is the journal's word before the hospital's, so no index by the hospital's alone. */
export const dayStanding = `
DROP INDEX desk_day_state;
`;
