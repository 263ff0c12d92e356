import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CentreInput, type Infno, isInfno, transactions } from '../../../common/contracts/centre/transactions.ts';
import { fen, formatFen } from '../../../common/kernel/money.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { writeMessage } from './message.ts';
import { sampleContext, sampleInputs, sampleMessageId, sampleNow, sampleSender } from './testing/samples.ts';
import { messageText } from './transport/transport.ts';

const infnos = Object.keys(transactions).filter(isInfno);

function write<I extends Infno>(infno: I, input: CentreInput<I>, more: Partial<typeof sampleSender> = {}) {
  const message = writeMessage({ ...sampleSender, ...more }, infno, sampleMessageId, input, sampleContext, sampleNow);
  return message.ok ? ({ ok: true, value: messageText(message.value) } as const) : message;
}

describe('the exact text of each message', () => {
  it.each(infnos)('%s', (infno) => {
    const file = new URL(`./testing/golden/${infno}.json.golden`, import.meta.url);
    expect(existsSync(file), `golden file of ${infno}`).toBe(true);
    expect(write(infno, sampleInputs[infno])).toEqual({ ok: true, value: readFileSync(file, 'utf8') });
  });

  it('is the same however often it is written', () => {
    expect(write('2207', sampleInputs['2207'])).toEqual(write('2207', sampleInputs['2207']));
  });

  it('amounts have two places, as numbers or as text', () => {
    const text = write('2207', sampleInputs['2207'], { numbersAs: 'text' });
    expect(text.ok && text.value).toContain('"medfee_sumamt":"100.00"');
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (amount) => {
        const message = write('2207', { data: { ...sampleInputs['2207'].data, medfee_sumamt: fen(amount) } });
        expect(message.ok && message.value).toContain(`"medfee_sumamt":${formatFen(fen(amount))},`);
      }),
    );
  });
});

describe('what does not fit is named, never cut', () => {
  const registration = sampleInputs['2201'].data;
  it.each([
    ['too long', { dr_name: '王'.repeat(51) }, 'data.dr_name', 'longer than 50'],
    ['empty', { dept_code: '' }, 'data.dept_code', 'too_small'],
    ['no such day', { begntime: '2026-02-30 08:00:00' }, 'data.begntime', 'not yyyy-MM-dd HH:mm:ss'],
    ['a person too long', { psn_no: pii('9'.repeat(31)) }, 'data.psn_no', 'longer than 30'],
  ])('%s', (_name, change, field, problem) => {
    expect(write('2201', { data: { ...registration, ...change } })).toEqual({ ok: false, error: { field, problem } });
  });

  it('counts characters, so that 50 rare ones fit into C50', () => {
    expect(write('2201', { data: { ...registration, dr_name: '𠮷'.repeat(50) } }).ok).toBe(true);
  });

  it.each([
    ['1.23456', 'not a decimal of 16,4'],
    ['1e3', 'not a decimal of 16,4'],
    ['', 'not a decimal of 16,4'],
    ['1234567890123', 'not a decimal of 16,4'],
  ])('count %j', (cnt, problem) => {
    const [line] = sampleInputs['2204'].feedetail;
    if (line === undefined) throw new Error('no sample line');
    expect(write('2204', { feedetail: [{ ...line, cnt }] })).toEqual({
      ok: false,
      error: { field: 'feedetail.0.cnt', problem },
    });
  });

  it('a count is sent as it is written, but for leading zeros, which JSON forbids', () => {
    const [line] = sampleInputs['2204'].feedetail;
    if (line === undefined) throw new Error('no sample line');
    const message = write('2204', { feedetail: [{ ...line, cnt: '007.50', pric: '0.30' }] });
    expect(message.ok && message.value).toContain('"cnt":7.50,"pric":0.30,');
  });

  it('a card needs its 卡识别码, a person the place of insurance', () => {
    const { card_sn: _sn, ...query } = sampleInputs['1101'].data;
    expect(write('1101', { data: query })).toMatchObject({ ok: false, error: { field: 'data.card_sn' } });
    const nowhere = { ...sampleContext, insuplcAdmdvs: null };
    expect(writeMessage(sampleSender, '2202', sampleMessageId, sampleInputs['2202'], nowhere, sampleNow)).toMatchObject(
      {
        ok: false,
        error: { field: 'insuplc_admdvs' },
      },
    );
  });

  it('an error holds no value', () => {
    const bad = write('1101', {
      data: { ...sampleInputs['1101'].data, certno: pii(`11010519491231002X${' '.repeat(40)}`) },
    });
    expect(bad.ok).toBe(false);
    expect(JSON.stringify(bad)).not.toContain('1101051949');
  });
});
