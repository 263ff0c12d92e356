import { describe, expect, it } from 'vitest';
import { err, ok } from '../../common/kernel/result.ts';
import { benefitSummary, encounter, found } from '../testing/people.ts';
import { Walk } from './testing/session-kit.ts';

const choices = [{ encounter: encounter('OP1'), blocked: false }];

/** A person at the choices, or at "nothing to pay". */
function arrived(unpaid = choices, policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  const walk = new Walk(policy).toLookUp();
  walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(unpaid)) });
  return walk;
}

function shown(walk: Walk): Walk {
  expect(walk.want({ kind: 'openBenefits' })).toBe(true);
  walk.send({ kind: 'benefitsAsked', op: walk.last('askBenefits').op, result: ok(benefitSummary()) });
  return walk;
}

describe('my medical account', () => {
  it('is one of the choices, and leads back to them', () => {
    const walk = arrived();
    expect(walk.screen).toMatchObject({ kind: 'whoYouAre', benefits: true });
    walk.want({ kind: 'openBenefits' });
    expect(walk.screen).toMatchObject({ kind: 'lookingUp', about: 'benefits' });
    walk.send({ kind: 'benefitsAsked', op: walk.last('askBenefits').op, result: ok(benefitSummary()) });
    expect(walk.screen).toMatchObject({ kind: 'benefits', summary: benefitSummary(), print: { state: 'idle' } });
    expect(walk.want({ kind: 'back' })).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'whoYouAre', visits: [{ encounterId: 'OP1' }] });
    const audited = walk.effects.flatMap((effect) => (effect.kind === 'audit' ? [effect.code] : []));
    expect(audited).toContain('benefits.shown');
  });

  it('stands also where nothing is unpaid, and leads back there', () => {
    const walk = shown(arrived([]));
    expect(walk.screen.kind).toBe('benefits');
    walk.want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'nothingUnpaid', benefits: true });
  });

  it('is not offered where the profile has none', () => {
    for (const unpaid of [choices, []]) {
      const walk = arrived(unpaid, { hasBenefits: false });
      expect(walk.screen).toMatchObject({ benefits: false });
      expect(walk.want({ kind: 'openBenefits' })).toBe(false);
      expect(walk.count('askBenefits')).toBe(0);
    }
  });

  it('that cannot be had: nothing is ended, asked again, or back to the bill', () => {
    const walk = arrived();
    const fail = (code: 'BENEFITS_UNREACHABLE' | 'BENEFITS_NO_RECORD') =>
      walk.send({ kind: 'benefitsAsked', op: walk.last('askBenefits').op, result: err({ code, reason: null }) });
    walk.want({ kind: 'openBenefits' });
    fail('BENEFITS_UNREACHABLE');
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', mayRetry: true, mayGoBack: true });
    walk.want({ kind: 'retry' });
    expect(walk.count('askBenefits')).toBe(2);
    fail('BENEFITS_NO_RECORD');
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', mayRetry: false, mayGoBack: true });
    expect(walk.want({ kind: 'retry' })).toBe(false);
    walk.want({ kind: 'back' });
    expect(walk.screen.kind).toBe('whoYouAre');
  });

  it('another failure has no way back', () => {
    const walk = new Walk().toLookUp();
    const result = err({ code: 'HIS_UNREACHABLE', reason: null } as const);
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', mayGoBack: false });
    expect(walk.want({ kind: 'back' })).toBe(false);
  });

  it('a late answer is dropped: after going back, and for the next card', () => {
    const walk = arrived();
    walk.want({ kind: 'openBenefits' });
    const { op } = walk.last('askBenefits');
    walk.want({ kind: 'back' });
    walk.send({ kind: 'benefitsAsked', op, result: ok(benefitSummary()) });
    expect(walk.screen.kind).toBe('whoYouAre');
    walk.want({ kind: 'openBenefits' });
    walk.remove().insert(2);
    walk.send({ kind: 'benefitsAsked', op: walk.last('askBenefits').op, result: ok(benefitSummary()) });
    expect(walk.screen.kind).toBe('readingCard');
  });

  it('the card out ends and wipes it at once, and idleness warns first', () => {
    const walk = shown(arrived());
    walk.wait(61_000);
    expect(walk.screen.kind).toBe('stillThere');
    walk.want({ kind: 'stay' });
    expect(walk.screen.kind).toBe('benefits');
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
    expect(JSON.stringify(walk.state)).not.toContain('124560');
  });
});

describe('its slip', () => {
  it('is printed once; a second tap is nothing', () => {
    const walk = shown(arrived());
    expect(walk.want({ kind: 'printBenefits' })).toBe(true);
    expect(walk.want({ kind: 'printBenefits' })).toBe(false);
    expect(walk.screen).toMatchObject({ print: { state: 'queued' } });
    expect(walk.last('print').slip).toMatchObject({ kind: 'benefits', summary: benefitSummary() });
    walk.printOut();
    expect(walk.screen).toMatchObject({ print: { state: 'printed', failure: null } });
    expect(walk.want({ kind: 'printBenefits' })).toBe(false);
    expect(walk.count('print')).toBe(1);
  });

  it('may be asked for again only where nothing of it reached the paper', () => {
    for (const [outcome, again] of [
      [{ kind: 'notPrinted', trouble: 'offline' }, true],
      [{ kind: 'unknown', trouble: 'paperOut', acknowledged: 1, blocks: 9 }, false],
    ] as const) {
      const walk = shown(arrived());
      walk.want({ kind: 'printBenefits' });
      walk.send({ kind: 'printed', op: walk.last('print').op, outcome });
      expect(walk.screen).toMatchObject({ print: { state: outcome.kind } });
      expect(walk.want({ kind: 'printBenefits' })).toBe(again);
    }
  });

  it('waits for paper on the screen, and is given up when the person goes', () => {
    const walk = shown(arrived());
    walk.want({ kind: 'printBenefits' });
    const { op } = walk.last('print');
    walk.send({ kind: 'printProgress', op, waiting: 'paperOut' });
    expect(walk.screen).toMatchObject({ print: { state: 'waitingForPaper', failure: 'PRINTER_PAPER_OUT' } });
    walk.remove();
    expect(walk.last('abandonPrint').op).toBe(op);
    // The next card waits for the printer, and then is read.
    walk.insert(2);
    expect(walk.state.stage).toMatchObject({ kind: 'reading', held: 'print' });
    walk.send({ kind: 'printed', op, outcome: { kind: 'notPrinted', trouble: 'paperOut' } });
    expect(walk.last('readCard').generation).toBe(2);
  });

  it('that came out under the idle warning is known when the person stays', () => {
    const walk = shown(arrived());
    walk.want({ kind: 'printBenefits' });
    walk.wait(61_000).printOut();
    expect(walk.screen.kind).toBe('stillThere');
    walk.want({ kind: 'stay' });
    expect(walk.screen).toMatchObject({ kind: 'benefits', print: { state: 'printed' } });
  });

  it('is not offered without a printer', () => {
    const walk = shown(arrived(choices, { hasPrinter: false }));
    expect(walk.screen).toMatchObject({ print: { state: 'off' } });
    expect(walk.want({ kind: 'printBenefits' })).toBe(false);
  });
});
