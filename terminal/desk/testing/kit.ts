import type { DeskIntent } from '../../../common/contracts/desk/intents.ts';
import { hisEncounterSchema } from '../../../common/contracts/his/his.ts';
import { splitSchema } from '../../../common/contracts/session/snapshot.ts';
import { fen } from '../../../common/kernel/money.ts';
import type { LineDifference, Quote, SettledBill } from '../../billing/port.ts';
import type { DeskEffect, DeskEvent } from '../events.ts';
import type { DeskPolicy } from '../policy.ts';
import { reduce } from '../reduce.ts';
import type { Choice, Client } from '../stage.ts';
import { initialState, type State } from '../state.ts';

/** A desk without devices: events in, state and effects out, on a clock of its own. */

export const policy: DeskPolicy = {
  ...{ hasPrinter: true, hasCashier: true, accountFirst: true },
  ...{ division: '990100', limitMs: 45_000 },
};

export const encounter = (encounterId = 'MZ1', amount = '70.48') =>
  hisEncounterSchema.parse({
    encounterId,
    visitedAt: '2026-03-02 08:30:00',
    medicalType: '11',
    department: { code: 'K01', name: '内科', specialty: '03' },
    doctor: { code: 'D001', name: '测试医师' },
    diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
    lines: [
      {
        ...{ lineId: 'L1', name: '测试药', nationalCode: 'XHC00000000000001', hospitalCode: 'Y1', category: '09' },
        ...{ count: '2', unit: null, unitPrice: '35.2415', amount, occurredAt: '2026-03-02 08:45:00' },
        prescription: null,
      },
    ],
    total: amount,
  });

export const difference: LineDifference = {
  ...{ lineId: 'L1', name: '测试药', count: '2', unitPrice: '35.2415', hospital: fen(7047), computed: fen(7048) },
};

export const choice = (given: Partial<Choice> = {}): Choice => ({
  ...{ encounter: encounter(), blocked: false, differences: [], course: null },
  ...given,
});

export const client = (generation: number, choices: readonly Choice[] = [choice()]): Client => ({
  person: {
    ...{ ref: `P${generation}`, maskedName: '周*平', maskedNumber: '990***********1734', sex: 'male', age: 67 },
    ...{ insutype: '310', psnType: '12', insuredAt: '990100', elsewhere: false, balance: fen(21_000) },
  },
  ...{ generation, choices },
});

export const split = (cash = 2000) =>
  splitSchema.parse({
    ...{ total: 7048, funds: 7048 - cash, layers: [{ layer: 'pool', amount: 7048 - cash }], hospital: 0 },
    ...{ account: 0, accountMutualAid: 0, accountBalanceAfter: 21_000, cash, deductible: null },
  });

export function quote(id: string, { encounter: of } = choice(), useAccount = true, cash = 2000): Quote {
  const terms = { insuredAt: '990100', scope: null, clearingWay: null, words: [] };
  const prepared = {
    ...{ id: 7, encounter: of, mdtrtId: 'M1', insutype: '310', useAccount, split: split(cash) },
    ...{ levels: new Map(), terms },
  };
  return { id, encounterId: of.encounterId, prepared, split: split(cash), rulings: new Map(), terms };
}

export const MESSAGE = 'H99010000001202603020900000001';

export const settled = (cash = 2000): SettledBill => ({
  ...{ encounterId: 'MZ1', messageId: MESSAGE, setlId: 'S1', mdtrtId: 'M1', settledAt: '2026-03-02 09:00:00' },
  ...{ split: split(cash), checkCode: 'ABCDEFGHJKMNPQRS', changed: false },
});

export class DeskKit {
  state: State = initialState(0);
  at = 0;
  /** Every effect so far. */
  readonly effects: DeskEffect[] = [];

  event(event: DeskEvent): boolean {
    this.at += 10;
    const turn = reduce(this.state, event, this.at, policy);
    this.state = turn.state;
    this.effects.push(...turn.effects);
    return turn.accepted;
  }

  press(intent: DeskIntent): boolean {
    return this.event({ kind: 'intent', version: this.state.version, intent });
  }

  card(generation: number | null): void {
    const reader = 'R';
    const status =
      generation === null
        ? ({ kind: 'empty', reader } as const)
        : ({ kind: 'present', reader, generation, atr: '3B00' } as const);
    this.event({ kind: 'card', status });
  }

  /** The last effect of this kind; fails where there was none. */
  last<K extends DeskEffect['kind']>(kind: K): Extract<DeskEffect, { kind: K }> {
    const found = this.effects.findLast((effect) => effect.kind === kind);
    if (found === undefined) throw new Error(`no ${kind}`);
    return found as Extract<DeskEffect, { kind: K }>;
  }

  count(kind: DeskEffect['kind']): number {
    return this.effects.filter((effect) => effect.kind === kind).length;
  }

  openShift(): void {
    this.event({ kind: 'fault', code: null });
    this.press({ kind: 'openShift', float: fen(20_000) });
    const { op } = this.last('openShift');
    const shift = { id: 1, staffId: 'S001', name: '王*敏', openedAt: 0, settled: 0 };
    this.event({ kind: 'shiftOpened', op, result: { ok: true, value: shift } });
  }

  /** Shift open, card in, bill on the glass. */
  bill(given: Partial<Choice> = {}): void {
    this.openShift();
    this.card(1);
    const { op } = this.last('find');
    this.event({ kind: 'found', op, result: { ok: true, value: client(1, [choice(given)]) } });
  }

  quoted(cash = 2000): void {
    this.press({ kind: 'quote' });
    const { op } = this.last('prepare');
    this.event({ kind: 'quoted', op, at: 5, result: { ok: true, value: quote('Q1', choice(), true, cash) } });
  }
}
