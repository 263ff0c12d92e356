import { describe, expect, it } from 'vitest';
import type { CheckedView } from '../../common/contracts/session/check.ts';
import { certificateCode } from '../../common/kernel/certificate-code.ts';
import { fen } from '../../common/kernel/money.ts';
import { Walk } from './testing/session-kit.ts';

const CODE = certificateCode('731904285510662073');
const found: CheckedView = {
  kind: 'payments',
  state: 'valid',
  ...{ maskedName: '测*甲', total: fen(675_000), lab: true },
  ...{ issuedOn: '2026-11-22', expiresOn: '2027-05-22', digest: '0123456789abcdef' },
};
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

function opened(): Walk {
  const walk = new Walk({ hasServices: true }).ready();
  expect(walk.want({ kind: 'openCheck' })).toBe(true);
  return walk;
}
function type(walk: Walk, digits: string): void {
  for (const digit of digits) expect(walk.want({ kind: 'typeCode', digit: digit as Digit }), digit).toBe(true);
}
const asked = (walk: Walk): number => walk.effects.filter(({ kind }) => kind === 'checkCertificate').length;

describe('a check code at the kiosk', () => {
  it('is typed digit by digit, and asked for with its last one', () => {
    const walk = opened();
    type(walk, CODE.slice(0, 19));
    expect(walk.screen).toMatchObject({ kind: 'checkCode', typed: CODE.slice(0, 19), phase: 'typing' });
    expect(asked(walk)).toBe(0);
    type(walk, CODE.slice(19));
    expect(walk.last('checkCertificate')).toMatchObject({ code: CODE });
    expect(walk.screen).toMatchObject({ phase: 'asking' });
    walk.send({ kind: 'certificateChecked', op: walk.last('checkCertificate').op, told: { found, failure: null } });
    expect(walk.screen).toMatchObject({ phase: 'told', found });
  });

  it('a mistyped one asks nobody, and can be mended', () => {
    const walk = opened();
    const wrong = `${CODE.slice(0, 19)}${(Number(CODE[19]) + 1) % 10}`;
    type(walk, wrong);
    expect([walk.screen, asked(walk)]).toMatchObject([{ phase: 'typing', mistyped: true }, 0]);
    expect(walk.want({ kind: 'typeCode', digit: '1' })).toBe(false);
    expect(walk.want({ kind: 'eraseCode' })).toBe(true);
    expect(walk.screen).toMatchObject({ typed: CODE.slice(0, 19), mistyped: false });
    type(walk, CODE.slice(19));
    expect(asked(walk)).toBe(1);
  });

  it('an answer that comes when another code is typed, or nobody stands there, is shown to nobody', () => {
    const walk = opened();
    type(walk, CODE);
    const { op } = walk.last('checkCertificate');
    expect(walk.want({ kind: 'back' })).toBe(true);
    walk.send({ kind: 'certificateChecked', op, told: { found, failure: null } });
    expect(walk.screen.kind).toBe('insertCard');
    walk.want({ kind: 'openCheck' });
    walk.send({ kind: 'certificateChecked', op, told: { found, failure: null } });
    expect(walk.screen).toMatchObject({ kind: 'checkCode', typed: '', found: null });
  });

  it('while it is asked nothing is typed; after it the next paper begins with nothing', () => {
    const walk = opened();
    type(walk, CODE);
    expect([walk.want({ kind: 'typeCode', digit: '1' }), walk.want({ kind: 'eraseCode' })]).toEqual([false, false]);
    const { op } = walk.last('checkCertificate');
    walk.send({ kind: 'certificateChecked', op, told: { found: null, failure: 'none' } });
    expect(walk.screen).toMatchObject({ phase: 'told', failure: 'none' });
    expect(walk.want({ kind: 'typeCode', digit: '1' })).toBe(false);
    expect(walk.want({ kind: 'eraseCode' })).toBe(true);
    expect(walk.screen).toMatchObject({ typed: '', phase: 'typing', found: null, failure: null });
  });

  it('what was told goes when nobody answers the warning, and when a card comes', () => {
    const walk = opened();
    type(walk, CODE);
    walk.send({ kind: 'certificateChecked', op: walk.last('checkCertificate').op, told: { found, failure: null } });
    walk.wait(61_000);
    expect(walk.screen.kind).toBe('stillThere');
    walk.wait(31_000);
    expect(walk.screen.kind).toBe('insertCard');
    const other = opened();
    type(other, CODE);
    other.insert();
    expect(JSON.stringify(other.state.stage)).not.toContain(CODE);
  });

  it('is not offered without a centre to ask, or where the terminal rests for a fault', () => {
    const none = new Walk({ hasServices: false }).ready();
    expect([none.screen, none.want({ kind: 'openCheck' })]).toMatchObject([{ checks: false }, false]);
    const broken = new Walk({ hasServices: true }).ready();
    broken.send({ kind: 'fault', code: 'STORE_LOCKED' });
    expect(broken.want({ kind: 'openCheck' })).toBe(false);
  });
});
