import { expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import { ok } from '../../common/kernel/result.ts';
import { STAY_ID, stayEncounter } from '../settlement/testing/stay.ts';
import { encounter, holder } from '../settlement/testing/world.ts';
import { askUnpaid, lookUp } from './look-up.ts';

const insurance = { insutype: '310', psnType: '11', insuplcAdmdvs: '990100', balance: fen(0) };
const deps = {
  settlements: {
    identify: async () => ok({ psnNo: pii('P1'), insurances: [insurance] as const }),
    isBlocked: () => false,
  },
  his: {
    unpaid: async () =>
      ok({
        reply: { identityNumber: '11010519491231002X', encounters: [stayEncounter(), encounter('OP1')] },
        timing: { wallMs: 1, serverMs: 1 },
      }),
  },
  timing: () => {},
};

it('a resident alone is shown her visits; whoever bills at the desk gets her stays too', async () => {
  const found = await lookUp(deps, holder);
  expect(found.ok && found.value.choices.map((one) => one.encounter.encounterId)).toEqual(['OP1']);
  const unpaid = await askUnpaid(deps, holder);
  expect(unpaid.ok && unpaid.value.map(({ encounterId }) => encounterId)).toEqual([STAY_ID, 'OP1']);
});
