import { describe, expect, it } from 'vitest';
import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import { fen } from '../../common/kernel/money.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { belongsTo, createIdentify } from './identify.ts';
import { done, refused, scriptedCalls, silent, tooLong } from './testing/calls.ts';
import { coreSettings } from './testing/core-deps.ts';
import { visitRow } from './testing/visit.ts';
import { encounter, holder } from './testing/world.ts';

type Known = CentreOutput<'1101'>;
const { identityNumber, name } = unwrapPii(holder);

const insured = (insutype: string, state = '1'): Known['insuinfo'][number] => ({
  insutype,
  psn_type: `type of ${insutype}`,
  psn_insu_stas: state,
  insuplc_admdvs: `place of ${insutype}`,
  balc: fen(700),
});
const known = (rows: readonly Known['insuinfo'][number][], certno = identityNumber) =>
  done<'1101'>({
    baseinfo: { psn_no: pii('P1'), certno: pii(certno), psn_name: pii(name) },
    insuinfo: [...rows],
  } as Known);

const ask = (answers: readonly Parameters<typeof scriptedCalls>[0][], signsIn = true) => {
  let call = 0;
  const centre = scriptedCalls((infno, input) => {
    const answer = answers[Math.min(call++, answers.length - 1)];
    if (answer === undefined) throw new Error('not asked');
    return answer(infno, input);
  });
  centre.state.signsIn = signsIn;
  return { centre, result: createIdentify(centre.calls, coreSettings)(holder) };
};

describe('who the holder is', () => {
  it('is asked after the sign-in, about nobody yet, and told with every scheme in force, in the profile’s order', async () => {
    const { centre, result } = ask([
      () => known([insured('390'), insured('310', '2'), insured('310'), insured('510')]),
    ]);
    expect(await result).toEqual({
      ok: true,
      value: {
        psnNo: pii('P1'),
        insurances: ['310', '390'].map((insutype) => ({
          insutype,
          psnType: `type of ${insutype}`,
          insuplcAdmdvs: `place of ${insutype}`,
          balance: 700,
        })),
      },
    });
    expect(centre.infnos()).toEqual(['9001', '1101']);
    expect(centre.asked[1]).toMatchObject({ callTo: { visitId: null, insuplcAdmdvs: null } });
  });

  it('is nobody who can pay here, where none of our schemes is in force', async () => {
    const { result } = ask([() => known([insured('310', '2'), insured('510')])]);
    expect(await result).toMatchObject({ ok: false, error: { code: 'PERSON_NOT_INSURED' } });
  });

  it.each([
    ['99010119900307004x', '99010119900307004X', true],
    ['99010119900307004X', '99010119900307004x', true],
    ['990101199003070040', '99010119900307004X', false],
  ])('%s at the centre is %s of the card: %s', async (theirs, ours, same) => {
    const centre = scriptedCalls(() => known([insured('310')], theirs));
    const card = pii({ ...unwrapPii(holder), identityNumber: ours });
    const result = await createIdentify(centre.calls, coreSettings)(card);
    expect(result).toMatchObject(same ? { ok: true } : { ok: false, error: { code: 'CENTRE_OTHER_PERSON' } });
  });

  it('is asked once more after a fresh sign-in, where the centre wants one', async () => {
    const { centre, result } = ask([() => refused('请先签到'), () => known([insured('310')])]);
    expect(await result).toMatchObject({ ok: true });
    expect(centre.infnos()).toEqual(['9001', '1101', 'forget', '9001', '1101']);
  });

  it('is asked once where the centre refuses for another reason', async () => {
    const { centre, result } = ask([() => refused('查无此人')]);
    expect(await result).toMatchObject({ ok: false, error: { code: 'CENTRE_REFUSED', reason: '查无此人' } });
    expect(centre.infnos()).toEqual(['9001', '1101']);
  });

  it('is not asked where the sign-in does not succeed', async () => {
    const { centre, result } = ask([], false);
    expect(await result).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
    expect(centre.infnos()).toEqual(['9001']);
  });

  it.each([
    ['CENTRE_UNREACHABLE', silent],
    ['CARD_INCOMPLETE', tooLong],
  ])('%s', async (code, answer) => {
    const { centre, result } = ask([() => answer]);
    expect(await result).toMatchObject({ ok: false, error: { code } });
    expect(centre.infnos()).toEqual(['9001', '1101']);
  });
});

describe('a preparation that was left is gone on with', () => {
  const prepare = {
    holder,
    insured: {
      psnNo: pii('P1'),
      insurances: [{ insutype: '310', psnType: '11', insuplcAdmdvs: '990100', balance: fen(0) }],
    },
    encounter: encounter(),
    useAccount: true,
    onStep: () => undefined,
  } as const;

  it.each([
    ['by the same person under the same scheme', {}, true],
    ['not by another person', { psnNo: pii('P2') }, false],
    ['not under another scheme', { insutype: '390' }, false],
    ['not for another place', { insuplcAdmdvs: '990200' }, false],
  ])('%s', (_words, changes, goesOn) => {
    expect(belongsTo(visitRow(changes), prepare)).toBe(goesOn);
  });
});
