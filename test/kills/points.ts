/** The labelled points at which a terminal is killed. Names are those of `points/`; what passes them is production code. */
export interface Point {
  readonly label: string;
  readonly phase: 'session' | 'recovery';
  readonly weather: Weather;
  /** How often it is passed on this way; which time kills is drawn. */
  readonly most: number;
}

/** How the visit comes to the point. */
export interface Weather {
  readonly name: 'fine' | 'lostReply' | 'lostRequest' | 'found' | 'fenced' | 'printing';
  /** Faults of the centre while the session runs; it answers well after the start. */
  readonly faults: readonly Readonly<Record<string, string | number | boolean>>[];
  /** For a recovery: where the session died. */
  readonly before: string;
}

const weather = (name: Weather['name'], before = '', ...faults: Weather['faults'][number][]): Weather => ({
  name,
  before,
  faults,
});
const fine = weather('fine');
const lostReply = weather('lostReply', '', { target: 'centre', infno: '2207', kind: 'loseReplyAfterCommit' });
const lostRequest = weather('lostRequest', '', { target: 'centre', infno: '2207', kind: 'loseBeforeCommit' });
const found = weather('found', 'answer 2207');
const fenced = weather('fenced', 'send 2207');
const printing = weather('printing', 'print block');

const at = (phase: Point['phase'], way: Weather, ...labels: readonly (string | readonly [string, number])[]): Point[] =>
  labels.map((entry) => {
    const [label, most] = typeof entry === 'string' ? [entry, 1] : entry;
    return { label, phase, weather: way, most };
  });

/** A settlement is open: its intent is durable and its outcome is not. */
export const openPoints: readonly Point[] = [
  ...at('session', fine, 'after intent', 'send 2207', 'half 2207', 'sent 2207', 'head 2207', 'answer 2207'),
  ...at('session', fine, 'before settlement settled'),
  ...at('session', lostReply, 'before settlement unknown', 'after settlement unknown', 'send 5203', 'sent 5203'),
  ...at('session', lostReply, 'head 5203', 'answer 5203', 'before settlement settled'),
  ...at('session', lostRequest, 'before settlement fencing', 'after settlement fencing', 'send 2601', 'half 2601'),
  ...at('session', lostRequest, 'sent 2601', 'head 2601', 'answer 2601', 'before settlement reversed'),
  ...at('recovery', found, 'before settlement unknown', 'after settlement unknown', 'send 9001', 'answer 9001'),
  ...at('recovery', found, 'send 5203', 'sent 5203', 'answer 5203', 'before settlement settled'),
  ...at('recovery', fenced, 'before settlement fencing', 'after settlement fencing', 'send 2601', 'half 2601'),
  ...at('recovery', fenced, 'sent 2601', 'answer 2601', 'before settlement reversed'),
];

/** None is open: before the intent, or between the outcome and the last word of HIS, operator and paper. */
export const quietPoints: readonly Point[] = [
  ...at(
    'session',
    fine,
    'after visit opened',
    'after visit held',
    'send 2201',
    'answer 2201',
    'after visit registered',
  ),
  ...at('session', fine, 'after visit uploading', 'sent 2204', 'after visit ready', 'before intent'),
  ...at('session', fine, 'after settlement settled', 'after print created', 'print asked', ['print block', 3]),
  ...at(
    'session',
    fine,
    'print answered',
    'before print printed',
    'after claimed his',
    'sent settled',
    'answer settled',
  ),
  ...at('session', fine, 'before his confirmed', 'sent records', 'answer records', 'after delivered operator'),
  ...at('recovery', found, 'after claims taken back', 'answer settled', 'after his confirmed'),
  ...at('recovery', fenced, 'after settlement reversed', 'answer released', 'answer 2202'),
  ...at('recovery', printing, 'before print unknown', 'after print unknown'),
];

export const points: readonly Point[] = [...openPoints, ...quietPoints];

/** Its name in a report. */
export const pointName = ({ phase, weather: way, label }: Point): string => `${phase}/${way.name}/${label}`;
