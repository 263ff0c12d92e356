/** A row of the table of services: what the terminal does for it, and where it is shown other than by a journey. */
export interface ServiceRow {
  readonly id: string;
  readonly what: string;
  readonly note?: string;
}

const NOT_BUILT = 'not built yet';

/** The services that the cities' plans ask for, in our own words; the journeys are the tests whose titles name them. */
export const SERVICE_ROWS: readonly ServiceRow[] = [
  { id: 'S1', what: 'Real-time settlement of an outpatient visit; of a hospital stay at the desk' },
  { id: 'S2', what: 'One card and one PIN open every service in one session' },
  { id: 'S3', what: 'Basic insurance, serious-illness cover and assistance in one settlement', note: NOT_BUILT },
  { id: 'S4', what: 'The large-amount layer above the pool', note: NOT_BUILT },
  { id: 'S5', what: 'The scheme in force, as the centre says', note: NOT_BUILT },
  { id: 'S6', what: 'People insured elsewhere', note: NOT_BUILT },
  { id: 'S7', what: 'Payment methods, and the hospital’s own share', note: NOT_BUILT },
  {
    id: 'S8',
    what: 'Benefit queries by insurance: pension with its estimate, medical, unemployment, injury, maternity',
  },
  { id: 'S9', what: 'Minimum living and medical assistance, welfare, and the sums of the city' },
  { id: 'S10', what: 'Housing fund and rent subsidy' },
  { id: 'S11', what: 'Proof of entitlement with its assurance level' },
  { id: 'S12', what: 'Contribution record by insurance and month: chart, table, slip' },
  { id: 'S13', what: 'Policy pages by situation', note: NOT_BUILT },
  { id: 'S14', what: 'The medical scheme that follows from unemployment' },
  { id: 'S15', what: 'Contribution declaration within the city’s limits; paid at the window or by the bank' },
  { id: 'S16', what: 'Supervision of funds', note: 'npm test: terminal/reconcile, terminal/audit' },
  { id: 'S17', what: 'Three or four levels of places: a terminal is put into service and knows where it stands' },
  { id: 'S18', what: 'Nothing is lost when network, power or disk fails', note: 'npm run kills, powercuts and faults' },
  { id: 'S19', what: 'The same flows and words everywhere', note: 'npm test: renderer, kiosk-config' },
  { id: 'S20', what: 'Pooled outpatient care and the family account', note: NOT_BUILT },
  { id: 'S21', what: 'Transfer certificate, with code and QR, checked at any terminal' },
  { id: 'S22', what: 'Kinds of case with rules of their own', note: NOT_BUILT },
  { id: 'S23', what: 'Price limits per line', note: NOT_BUILT },
];
