import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { ofDecimal, type Ratio } from '../../common/kernel/ratio.ts';
import type { Figure } from '../plans/figures/figure.ts';
import type { Layer } from '../plans/medical/layers.ts';
import type { AccountRule, Benefit, MedicalPlan } from '../plans/medical/schema.ts';
import type { Scheme, SchemeCategory } from '../plans/plan.ts';

/**
 * A scheme of the made-up city (海川市) as a plan of the engine. That city's figures are invented altogether, so each is
 * illustrative and has no source; its slips say 演示 anyway.
 */
function invented<T>(value: T, path: string, text = String(value)): Figure<T> {
  return { value, kind: 'rule', source: 'none', illustrative: true, note: null, path: `haichuan.${path}`, text };
}

const yuan = (amount: Fen, path: string): Figure<Fen> => invented(amount, path, formatFen(amount));
const shareOf = (share: Parameters<typeof ofDecimal>[0], path: string): Figure<Ratio> =>
  invented(ofDecimal(share), path);
const usual = <T>(figure: Figure<T>) => [{ when: {}, figure }];

function layersOf(scheme: Scheme, category: SchemeCategory): Layer[] {
  const { pool, large, civilServant } = scheme;
  const steps = category.bands.map(({ to, share }, index) => ({
    to: to === null ? null : yuan(to, `bands.${index}.to`),
    share: shareOf(share, `bands.${index}.share`),
  }));
  const layers: Layer[] = [
    {
      type: 'bands',
      id: 'pool',
      ...pool,
      who: {},
      round: invented('person', 'pool.round'),
      ceiling: usual(yuan(scheme.poolCeiling, 'poolCeiling')),
      bands: [{ when: {}, steps }],
      personFactor: [],
      lessAway: false,
    },
  ];
  if (large !== null) {
    const { share, ceiling, ...payer } = large;
    layers.push({
      type: 'bands',
      id: 'large',
      ...payer,
      who: {},
      round: invented('fund', 'large.round'),
      ceiling: usual(yuan(ceiling, 'large.ceiling')),
      bands: [{ when: {}, steps: [{ to: null, share: shareOf(share, 'large.share') }] }],
      personFactor: [],
      lessAway: false,
    });
  }
  if (civilServant !== null) {
    const { share, ...payer } = civilServant;
    layers.push({
      type: 'remainder',
      id: 'civilServant',
      ...payer,
      who: { status: ['公务员'] },
      round: invented('fund', 'civilServant.round'),
      ceiling: [],
      of: ['pool', 'large', 'above'],
      shares: [{ when: { status: ['公务员'] }, figure: shareOf(share, 'civilServant.share') }],
    });
  }
  return layers;
}

const INSIDE: AccountRule['pays'][number]['parts'] = ['deductible', 'share', 'above', 'preSelfPay'];

function accountOf(scheme: Scheme): Benefit['account'] {
  const parts = { none: [], exceptOwnPay: INSIDE, person: [...INSIDE, 'ownPay' as const, 'overLimit' as const] }[
    scheme.account
  ];
  return invented(
    { first: false, pays: parts.length === 0 ? [] : [{ purse: 'current', parts }] },
    'account',
    scheme.account,
  );
}

/** One scheme and category; every kind of visit has the clinic's benefit, on every day. */
export function planOfScheme(scheme: Scheme, category: SchemeCategory): MedicalPlan {
  const amounts = usual(yuan(category.deductible, 'deductible'));
  return {
    schema: 2,
    id: 'haichuan',
    city: '海川市',
    name: scheme.pool.name,
    insutype: scheme.insutype,
    scheme: '',
    valid: invented({ from: '0001-01-01', to: '9999-12-31' }, 'valid'),
    yearBegins: invented('01-01', 'yearBegins'),
    categories: [{ psnType: '', category: category.psnType }],
    benefits: {
      visit: {
        kinds: ['outpatient'],
        since: null,
        deductible: { how: 'year', id: 'deductible', amounts },
        layers: layersOf(scheme, category),
        account: accountOf(scheme),
      },
    },
    without: [],
    singleDisease: null,
    away: null,
    items: [],
    stayPeriod: null,
  };
}
