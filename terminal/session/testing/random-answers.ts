import type { Intent } from '../../../common/contracts/session/screen-link.ts';
import { ZERO_FEN } from '../../../common/kernel/money.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import { cardReading, encounter, found, medicalView, prepared, settled } from '../../testing/people.ts';
import type { Effect, SessionEvent } from '../events.ts';
import { PAID, TODAY, type Walk } from './session-kit.ts';

/**
 * A world that answers the machine in any order, late, never or twice, while cards come and go. Each card belongs to
 * another person, whose name is the card's number, so that whatever is shown or printed names its owner.
 */
export const NAMES = '甲乙丙丁戊己庚辛壬癸';
export const nameOf = (generation: number): string => `${NAMES[generation % NAMES.length] ?? '甲'}某${generation}`;
export const visitsOf = (generation: number) => [`V${generation}A`, `V${generation}B`];

/** Every key there is. */
export const INTENTS = (walk: Walk, generation: number): readonly Intent[] => {
  const { screen } = walk;
  const cash = screen.kind === 'confirm' ? screen.split.cash : ZERO_FEN;
  return [
    { kind: 'openVisit', encounterId: visitsOf(generation)[0] ?? '' },
    { kind: 'acceptFees' },
    { kind: 'acceptSplit' },
    { kind: 'confirm', cash },
    { kind: 'setUseAccount', use: false },
    { kind: 'setUseAccount', use: true },
    { kind: 'printService' },
    { kind: 'turnService', to: '2011' },
    { kind: 'openService', service: 'medical' },
    { kind: 'openService', service: 'pension' },
    { kind: 'changePin' },
    { kind: 'withdrawLoss' },
    { kind: 'openLoss' },
    { kind: 'confirmLoss' },
    { kind: 'back' },
    { kind: 'end' },
    { kind: 'retry' },
    { kind: 'stay' },
    { kind: 'useLastTry' },
    { kind: 'leavePrint' },
    { kind: 'nextVisit' },
    { kind: 'payAtWindow' },
    { kind: 'setLocale', locale: 'en' },
    { kind: 'setLocale', locale: 'zh-CN' },
    { kind: 'setLook', look: { textSize: 'largest' } },
    { kind: 'setLook', look: { reach: true } },
    { kind: 'openHome' },
    { kind: 'openPolicy', to: null },
    { kind: 'openPolicy', to: 'page:clinic@1/situations' },
  ];
};

/** One possible answer to an effect; `how` draws among the good and the bad ones. */
export function answerTo(effect: Effect, how: number): SessionEvent | null {
  const good = how > 2;
  const failure = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
  switch (effect.kind) {
    case 'readCard': {
      const value = cardReading({ name: nameOf(effect.generation) });
      const result = good ? ({ ok: true, value, cardMs: 1 } as const) : ({ ok: false, error: 'CARD_REMOVED' } as const);
      return { kind: 'cardRead', op: effect.op, result, today: TODAY };
    }
    case 'verifyPin': {
      const bad = [{ kind: 'wrong', triesLeft: 1 }, { kind: 'cancelled' }, { kind: 'initial' }] as const;
      return {
        kind: 'pinEnded',
        op: effect.op,
        result: good ? { kind: 'verified' } : (bad[how] ?? { kind: 'timeout' }),
      };
    }
    case 'askLoss': {
      const lost = effect.report;
      const card = {
        ...{ name: '某*', cardTail: '0001', since: '2026-11-21', number: null, asOf: '2026-11-21 09:00:00' },
        ...{ state: lost ? ('lost' as const) : ('normal' as const), mayReport: !lost },
      };
      return { kind: 'lossAsked', op: effect.op, result: good ? ok(card) : err(failure) };
    }
    case 'changePin': {
      const steps = ['old', 'new', 'again', 'changing', 'changing'] as const;
      const at = steps[how];
      if (at !== undefined) return { kind: 'pinChangeStep', op: effect.op, step: at, hint: null };
      const ends = ['changed', 'refused', 'gaveUp', 'cancelled', 'blocked'] as const;
      const kind = ends[how - steps.length];
      const result = kind === undefined ? ({ kind: 'unknown', stuck: false } as const) : { kind };
      return { kind: 'pinChangeEnded', op: effect.op, result };
    }
    case 'lookUp': {
      const { name } = unwrapPii(effect.holder);
      const choices = visitsOf(Number(name.slice(2))).map((id) => ({ encounter: encounter(id), blocked: false }));
      return { kind: 'lookedUp', op: effect.op, result: good ? ok(found(choices)) : err(failure) };
    }
    case 'askHome': {
      const home = { city: null, services: ['medical' as const] };
      return { kind: 'homeAsked', op: effect.op, result: good ? ok(home) : err(failure) };
    }
    case 'askService': {
      const visits = Number(unwrapPii(effect.holder).name.slice(2));
      return { kind: 'serviceAsked', op: effect.op, result: good ? ok(medicalView({ visits })) : err(failure) };
    }
    case 'prepare': {
      const result = good ? ok(prepared(effect.encounter, effect.useAccount, effect.op)) : err(failure);
      return { kind: 'prepared', op: effect.op, encounterId: effect.encounter.encounterId, result };
    }
    case 'reprice': {
      const visit = effect.prepared.encounter;
      const result = good ? ok(prepared(visit, effect.useAccount, effect.op)) : err(failure);
      return { kind: 'prepared', op: effect.op, encounterId: visit.encounterId, result };
    }
    case 'settle': {
      const messageId = `${PAID}-${effect.op}`;
      if (how === 0) return { kind: 'settleEnded', op: effect.op, result: { kind: 'refused', failure } };
      if (how === 1) return { kind: 'settleEnded', op: effect.op, result: { kind: 'notSent', failure } };
      if (how === 2)
        return { kind: 'settleEnded', op: effect.op, result: { kind: 'unknown', messageId, checkCode: 'C' } };
      if (how === 3) return { kind: 'resolved', messageId, result: { kind: 'reversed', messageId } };
      const result = { kind: 'settled', settled: settled(effect.prepared, { messageId }) } as const;
      return { kind: 'settleEnded', op: effect.op, result };
    }
    case 'collect': {
      // The cashier's number is that of the settlement, so that whatever is told names what it was paid for.
      const taken = { state: 'collected', reference: effect.settled.messageId, at: '2026-11-21 09:45:02' } as const;
      if (how === 0) return { kind: 'collected', op: effect.op, collection: { state: 'unknown' } };
      const not = { state: 'notCollected', because: 'closed' } as const;
      return { kind: 'collected', op: effect.op, collection: good ? taken : not };
    }
    case 'print':
      if (how === 0) return { kind: 'printProgress', op: effect.op, waiting: 'paperOut' };
      if (how === 1) return { kind: 'printProgress', op: effect.op, waiting: null };
      return { kind: 'printed', op: effect.op, outcome: { kind: 'printed', printerMs: 1 } };
    default:
      return null;
  }
}
