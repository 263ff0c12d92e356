import type { PageState } from '../../../common/contracts/session/services/certificates.ts';
import type { IppReply } from './codec.ts';

/** What a printer lacks, by the words of `printer-state-reasons` and `job-state-reasons` (RFC 8011 §5.4.12, PWG 5100.9). */
const TROUBLE: readonly (readonly [begins: string, state: PageState])[] = [
  ['media-jam', 'jam'],
  ['media-empty', 'paper'],
  ['media-needed', 'paper'],
  ['input-tray-missing', 'paper'],
  ['cover-open', 'cover'],
  ['door-open', 'cover'],
  ['interlock-open', 'cover'],
  ['toner-empty', 'toner'],
  ['marker-supply-empty', 'toner'],
  ['connecting-to-device', 'offline'],
  ['timed-out', 'offline'],
  ['offline', 'offline'],
  ['shutdown', 'offline'],
  ['paused', 'stopped'],
  ['printer-stopped', 'stopped'],
  ['stopped', 'stopped'],
];

type Trouble = Exclude<PageState, 'off' | 'saved' | 'printed' | 'printing' | 'notMade' | 'refused'>;

/** `printer-state`: 3 idle, 4 processing, 5 stopped. */
const STOPPED = 5;

/** What a person is told that the printer lacks; null where it lacks nothing. What it merely warns of lacks nothing. */
export function troubleOf({ attributes }: Pick<IppReply, 'attributes'>): Trouble | null {
  const reasons = [...(attributes.get('printer-state-reasons') ?? []), ...(attributes.get('job-state-reasons') ?? [])];
  for (const [begins, state] of TROUBLE) {
    const found = reasons.some((reason) => `${reason}`.startsWith(begins) && !`${reason}`.endsWith('-warning'));
    if (found) return state as Trouble;
  }
  return attributes.get('printer-state')?.[0] === STOPPED ? 'stopped' : null;
}

/** `job-state`: 7 cancelled, 8 aborted, 9 completed; what is below goes on. */
export function endOf({ attributes }: Pick<IppReply, 'attributes'>): 'printed' | 'refused' | null {
  const state = attributes.get('job-state')?.[0];
  if (state === 9) return 'printed';
  return state === 7 || state === 8 ? 'refused' : null;
}
