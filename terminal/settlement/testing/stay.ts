import { PERSON } from '../../../central/testing/kit.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import type { RefundAsked, RefundResult } from '../refund/asked.ts';
import type { Stay } from '../stay/port.ts';
import { encounter, holder, makeWorld, type Terminal, type WorldOptions } from './world.ts';

export const STAY_ID = 'IP20260227001';

/** A stay of three days with the fee lines of the visit in `world.ts`. */
export function stayEncounter(changes: Partial<HisEncounter> = {}): HisEncounter {
  return {
    ...encounter(STAY_ID),
    medicalType: '21',
    visitedAt: '2026-02-27 10:00:00',
    stay: {
      admissionNumber: 'ZY0001',
      ward: '内一病区',
      bed: '12',
      discharge: {
        at: '2026-03-02 08:00:00',
        department: { code: 'K01', name: '内科' },
        bed: '12',
        way: '1',
        diedOn: null,
        diagnoses: [{ type: '1', order: 1, code: 'J18.900', name: '肺炎' }],
      },
    },
    ...changes,
  };
}

/** The same person, still in hospital: no lines yet and no discharge. */
export function inHospital(): HisEncounter {
  const { stay, ...rest } = stayEncounter();
  if (stay === undefined) throw new Error('no stay');
  return { ...rest, lines: [], total: '0.00', stay: { ...stay, discharge: null } };
}

/** A bill of fewer lines, as the hospital asks for it after a refund. */
export function fewerLines(): HisEncounter {
  const whole = stayEncounter();
  const lines = whole.lines.slice(1);
  const fen = lines.reduce((sum, line) => sum + Math.round(Number(line.amount) * 100), 0);
  return { ...whole, lines, total: (fen / 100).toFixed(2) };
}

/** A bill of one line more: the hospital had forgotten one. */
export function moreLines(): HisEncounter {
  const whole = stayEncounter();
  const [first] = whole.lines;
  if (first === undefined) throw new Error('no line');
  const lines = [...whole.lines, { ...first, lineId: `${first.lineId}-2` }];
  const fen = lines.reduce((sum, line) => sum + Math.round(Number(line.amount) * 100), 0);
  return { ...whole, lines, total: (fen / 100).toFixed(2) };
}

/** The core with the reference centre and HIS, the stay known to the hospital. */
export function stayWorld(seed: number, options: WorldOptions = {}) {
  const world = makeWorld(seed, options);
  const { clock, sides } = world;
  const bill = (asked: HisEncounter): void => {
    sides.hisStore.put({ identityNumber: PERSON.certNo, name: PERSON.name, encounter: asked });
  };
  const person = async (terminal: Terminal) => ({ holder, insured: await world.identify(terminal) });
  const admit = async (terminal: Terminal, asked = inHospital()): Promise<Stay> => {
    const admitted = await clock.until(
      terminal.settlements.stays.admit({ ...(await person(terminal)), encounter: asked }),
    );
    if (!admitted.ok) throw new Error(`${admitted.error.code} ${admitted.error.reason ?? ''}`);
    return admitted.value;
  };
  const prepare = async (terminal: Terminal, asked = stayEncounter()) => {
    const input = { ...(await person(terminal)), encounter: asked, useAccount: true, onStep: () => {} };
    return clock.until(terminal.settlements.prepare(input));
  };
  const settle = async (terminal: Terminal, asked = stayEncounter()) => {
    const prepared = await prepare(terminal, asked);
    if (!prepared.ok) throw new Error(`${prepared.error.code} ${prepared.error.reason ?? ''}`);
    return clock.until(terminal.settlements.settle(prepared.value, 45_000, () => {}));
  };
  const refund = (terminal: Terminal, messageId: string, asked: Partial<RefundAsked> = {}): Promise<RefundResult> =>
    clock.until(terminal.settlements.refund(messageId, { by: 'S1', ...asked }, 120_000));
  /** Numbers of what reached the centre, queries and sign-ins left out. */
  const sent = (): string[] => sides.arrived.map(({ infno }) => infno).filter((no) => /^2[0-6]/.test(no));
  return { ...world, bill, admit, prepare, settle, refund, sent };
}
