import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deskSnapshotSchema } from '../../common/contracts/desk/snapshot.ts';
import { deskStaySteps } from '../../common/contracts/desk/stay.ts';
import { fen } from '../../common/kernel/money.ts';
import type { DeskEvent } from './events.ts';
import { project } from './project.ts';
import { choice, client, DeskKit, encounter, MESSAGE, policy, quote, settled } from './testing/kit.ts';
import { course, stayChoice } from './testing/stay.ts';

const frame = {
  ...({ mode: 'lab', locale: 'zh-CN' } as const),
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const,
  site: { title: 'T', institution: 'I', terminal: 'D1', window: '3', hotline: '1' },
};

const chronic = { ...encounter('MZ14'), medicalType: '14', disease: { code: 'M03900', name: '高血压' } };

/** One thing that may happen: a key, a card, an answer to whatever was asked last. */
const happening = fc.nat({ max: 33 });

function happen(kit: DeskKit, what: number): void {
  const op = kit.state.op;
  const late = Math.max(0, op - (what % 3));
  const stood = course({ state: op % 2 === 0 ? 'admitted' : 'discharging' });
  const silent = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
  const answers: readonly DeskEvent[] = [
    { kind: 'found', op: late, result: { ok: true, value: client(what % 2, [choice(), choice()]) } },
    { kind: 'found', op: late, result: { ok: true, value: client(1) } },
    { kind: 'quoted', op: late, at: 1, result: { ok: true, value: quote(`Q${what}`) } },
    { kind: 'settled', op: late, answer: { kind: 'settled', value: settled(), next: 'done' } },
    { kind: 'settled', op: late, answer: { kind: 'unknown', messageId: MESSAGE, next: 'wait' } },
    { kind: 'refundable', op: late, result: { ok: true, value: { bill: settled(), stay: false } } },
    { kind: 'refundProved', op: late, result: { ok: true, value: null } },
    { kind: 'resolved', messageId: MESSAGE, answer: { kind: 'settled', value: settled(), next: 'done' } },
    { kind: 'refundEnded', messageId: MESSAGE, answer: { kind: 'unknown', messageId: MESSAGE, next: 'people' } },
    { kind: 'hostGone' },
    { kind: 'tick' },
    { kind: 'found', op: late, result: { ok: true, value: client(1, [stayChoice('out', stood)]) } },
    { kind: 'stayStepped', op: late, result: { ok: true, value: null }, course: stood },
    { kind: 'stayStepped', op: late, result: { ok: false, error: silent }, course: null },
    { kind: 'course', encounterId: 'ZY1', course: stood },
  ];
  const asked: readonly DeskEvent[] = [
    { kind: 'found', op: late, result: { ok: true, value: client(1, [choice({ encounter: chronic })]) } },
    { kind: 'caseChecked', op: late, result: { ok: true, value: { kind: 'notFiled', on: null, reason: null } } },
    { kind: 'lookedUp', op: late, result: { ok: true, value: [] } },
  ];
  const answer = answers[what - 14] ?? asked[what - 30];
  if (what === 29) for (const step of deskStaySteps) kit.press({ kind: 'stayStep', step });
  else if (what === 33) kit.press({ kind: 'lookup', about: 'benefit' });
  else if (answer !== undefined) kit.event(answer);
  else if (what === 0) kit.card(null);
  else if (what < 3) kit.card(what);
  else if (what === 3) kit.press({ kind: 'quote' });
  else if (what === 4) kit.press({ kind: 'settle', cash: fen(2000), tender: { by: 'cash', received: fen(2000) } });
  else if (what === 5) kit.press({ kind: 'letGo' });
  else if (what === 6) kit.press({ kind: 'next' });
  else if (what === 7) kit.press({ kind: 'readCard' });
  else if (what === 8) kit.press({ kind: 'dayList' });
  else if (what === 9) kit.press({ kind: 'refund', encounterId: 'MZ1', partial: false });
  else if (what === 10) kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(2000) });
  else if (what === 11) kit.press({ kind: 'setUseAccount', use: false });
  else if (what === 12) kit.press({ kind: 'reupload' });
  else kit.press({ kind: 'shift' });
}

it('whatever happens in whatever order: one quote is settled once, nobody stays, each glass is one of the contract', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
      const kit = new DeskKit();
      kit.openShift();
      for (const what of story) {
        happen(kit, what);
        deskSnapshotSchema.parse(project(kit.state, frame, policy, { at: kit.at, now: 1 }));
      }
      const steps = kit.effects.filter((effect) => effect.kind === 'stayStep').map(({ op }) => op);
      expect(new Set(steps).size).toBe(steps.length);
      const settlements = kit.effects.filter((effect) => effect.kind === 'settle');
      const ops = settlements.map(({ op }) => op);
      expect(new Set(ops).size).toBe(ops.length);
      // Money moves only from a bill that stands: its stage is the only one that may await it.
      const { stage } = kit.state;
      if (stage.kind === 'waiting' || stage.kind === 'shut') expect(JSON.stringify(stage)).not.toContain('周');
    }),
    { numRuns: 300 },
  );
});
