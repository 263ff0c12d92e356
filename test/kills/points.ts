import type { Fault } from './fault.ts';

/** The labelled points at which a terminal is killed. Names are those of `points/`; what passes them is production code. */
export interface Point {
  readonly label: string;
  readonly phase: 'session' | 'recovery' | 'comparison';
  readonly weather: Weather;
  /** How often it is passed on this way; which time kills is drawn. */
  readonly most: number;
}

/** How the terminal comes to the point. */
export interface Weather {
  readonly name:
    | 'fine'
    | 'lostReply'
    | 'lostRequest'
    | 'owing'
    | 'found'
    | 'fenced'
    | 'printing'
    | 'refund'
    | 'refundLostReply'
    | 'refundLostRequest'
    | 'denied';
  /** Faults of the centre while the session runs. */
  readonly faults: readonly Fault[];
  /** Where the session dies, before a recovery; null: it lives. */
  readonly before: string | null;
  /** Faults while that recovery runs; after it the centre answers well. */
  readonly later: readonly Fault[];
  /** The site gives back what is found settled after its session. */
  readonly givesBack: boolean;
  /** Somebody else's settlement is unknown all the while. */
  readonly owing: boolean;
}

const weather = (name: Weather['name'], more: Partial<Weather> = {}): Weather => ({
  name,
  faults: [],
  before: null,
  later: [],
  givesBack: false,
  owing: false,
  ...more,
});
const centre = (infno: string, kind: string, more: Fault = {}): Fault => ({ target: 'centre', infno, kind, ...more });

const fine = weather('fine');
const lostReply = weather('lostReply', { faults: [centre('2207', 'loseReplyAfterCommit')] });
const lostRequest = weather('lostRequest', { faults: [centre('2207', 'loseBeforeCommit')] });
const owing = weather('owing', { owing: true });
const found = weather('found', { before: 'answer 2207' });
const fenced = weather('fenced', { before: 'send 2207' });
const printing = weather('printing', { before: 'print block' });
const refunding = (name: Weather['name'], ...later: readonly Fault[]): Weather =>
  weather(name, { before: 'answer 2207', givesBack: true, later });
const refund = refunding('refund');
const refundLostReply = refunding('refundLostReply', centre('2208', 'loseReplyAfterCommit'));
const refundLostRequest = refunding('refundLostRequest', centre('2208', 'loseBeforeCommit'));
/** The centre settles, says that it does not, and shows nothing of it when asked: only a comparison of the books finds that. */
const denied = weather('denied', {
  faults: [centre('2207', 'businessRefusal', { commit: true }), centre('5203', 'wrongMsgid', { times: 10 })],
});

/** What keeps an earlier visit unknown: its answer is lost, and every question about it. */
export const OWING: readonly Fault[] = [
  centre('2207', 'loseReplyAfterCommit'),
  centre('5203', 'http500', { times: 10_000 }),
];

const at = (phase: Point['phase'], way: Weather, ...labels: readonly (string | readonly [string, number])[]): Point[] =>
  labels.map((entry) => {
    const [label, most] = typeof entry === 'string' ? [entry, 1] : entry;
    return { label, phase, weather: way, most };
  });

/** A settlement is open: its intent is durable and its outcome is not; or it is being given back, and is not yet. */
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
  ...at('recovery', refund, 'after settlement settled', 'before refund intended', 'after refund intended', 'send 2208'),
  ...at('recovery', refund, 'half 2208', 'sent 2208', 'head 2208', 'answer 2208', 'before refund refunded'),
  ...at('recovery', refundLostReply, 'before refund unknown', 'after refund unknown', 'before refund refunded'),
  ...at('recovery', refundLostRequest, 'before refund fencing', 'after refund fencing', 'send 2601', 'half 2601'),
  ...at('recovery', refundLostRequest, 'sent 2601', 'answer 2601', 'before refund ready'),
  // A visit in its beginning, or in the hospital's hands, while another one's outcome is not known.
  ...at(
    'session',
    owing,
    'after visit opened',
    'after visit held',
    'send 2201',
    'answer 2201',
    'after visit registered',
  ),
  ...at('session', owing, 'after visit uploading', 'sent 2204', 'after visit ready', 'before intent'),
  ...at('session', owing, 'sent settled', 'answer settled', 'before his confirmed'),
];

/** None is open: between the outcome and the last word of HIS, operator and paper, or in a comparison of the books. */
export const quietPoints: readonly Point[] = [
  ...at('session', fine, 'after settlement settled', 'after print created', 'print asked', ['print block', 3]),
  ...at('session', fine, 'print answered', 'before print printed', 'after claimed his'),
  ...at('session', fine, 'sent records', 'answer records', 'after delivered operator'),
  ...at('recovery', found, 'after claims taken back', 'answer settled', 'after his confirmed'),
  ...at('recovery', fenced, 'after settlement reversed', 'answer released', 'answer 2202'),
  ...at('recovery', printing, 'before print unknown', 'after print unknown'),
  ...at('recovery', refund, 'after refund refunded', 'send 2205', 'answer 2205', 'answer 2202', 'answer refunded'),
  ...at('comparison', denied, 'answer 3201', 'after 9101 written', 'half 9101', 'answer 9101', 'sent 3202'),
  ...at('comparison', denied, 'answer 3202', 'answer 9102', 'after differences', 'before comparison finished'),
];

export const points: readonly Point[] = [...openPoints, ...quietPoints];

/** Its name in a report. */
export const pointName = ({ phase, weather: way, label }: Point): string => `${phase}/${way.name}/${label}`;
