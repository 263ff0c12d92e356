import { formatDecimal } from '../../common/kernel/decimal.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { ofDecimal, type Ratio } from '../../common/kernel/ratio.ts';
import type { Figure } from '../plans/figures/figure.ts';
import type { Layer } from '../plans/medical/layers.ts';
import type { AccountRule, Benefit, MedicalPlan } from '../plans/medical/schema.ts';
import type { OwnTerms, Scheme, SchemeCategory } from '../plans/plan.ts';

/**
 * A scheme of the made-up city (海川市) as a plan of the engine. That city's figures are invented altogether, so each is
 * illustrative and has no source; its slips say 演示 anyway.
 */
function invented<T>(value: T, path: string, text = String(value)): Figure<T> {
  return { value, kind: 'rule', source: 'none', illustrative: true, note: null, path: `haichuan.${path}`, text };
}

const yuan = (amount: Fen, path: string): Figure<Fen> => invented(amount, path, formatFen(amount));
const shareOf = (share: Parameters<typeof ofDecimal>[0], path: string): Figure<Ratio> =>
  invented(ofDecimal(share), path, formatDecimal(share));
const usual = <T>(figure: Figure<T>) => [{ when: {}, figure }];

interface Terms {
  /** Before the id and the path of every layer: a stay's layers are counted apart from the clinic's. */
  readonly prefix: '' | 'stay';
  readonly ceiling: Fen;
  readonly bands: SchemeCategory['bands'];
}

/** "pool", or "stayPool". */
function named(prefix: Terms['prefix'], name: string): string {
  return prefix === '' ? name : `${prefix}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function layersOf(scheme: Scheme, { prefix, ceiling, bands }: Terms): Layer[] {
  const { pool, large, civilServant } = scheme;
  const at = (name: string): string => named(prefix, name);
  const steps = bands.map(({ to, share }, index) => ({
    to: to === null ? null : yuan(to, `${at('bands')}.${index}.to`),
    share: shareOf(share, `${at('bands')}.${index}.share`),
  }));
  const layers: Layer[] = [
    {
      type: 'bands',
      id: at('pool'),
      ...pool,
      who: {},
      round: invented('person', 'pool.round'),
      ceiling: usual(yuan(ceiling, at('poolCeiling'))),
      bands: [{ when: {}, steps }],
      personFactor: [],
      lessAway: false,
    },
  ];
  if (large !== null) {
    const { share, ceiling: most, ...payer } = large;
    layers.push({
      type: 'bands',
      id: at('large'),
      ...payer,
      who: {},
      round: invented('fund', 'large.round'),
      ceiling: usual(yuan(most, at('large.ceiling'))),
      bands: [{ when: {}, steps: [{ to: null, share: shareOf(share, 'large.share') }] }],
      personFactor: [],
      lessAway: false,
    });
  }
  if (civilServant !== null) {
    const { share, ...payer } = civilServant;
    layers.push({
      type: 'remainder',
      id: at('civilServant'),
      ...payer,
      who: { status: ['公务员'] },
      round: invented('fund', 'civilServant.round'),
      ceiling: [],
      of: [at('pool'), at('large'), 'above'],
      shares: [{ when: { status: ['公务员'] }, figure: shareOf(share, 'civilServant.share') }],
    });
  }
  return layers;
}

const INSIDE: AccountRule['pays'][number]['parts'] = ['deductible', 'share', 'above', 'preSelfPay'];

/** The own account as the scheme says, then the family's: that pays in schemes without an account, too (共济). */
function accountOf(scheme: Scheme): Benefit['account'] {
  const parts = { none: [], exceptOwnPay: INSIDE, person: [...INSIDE, 'ownPay' as const, 'overLimit' as const] }[
    scheme.account
  ];
  const own: AccountRule['pays'] = parts.length === 0 ? [] : [{ purse: 'current', parts }];
  return invented({ first: false, pays: [...own, { purse: 'family', parts: INSIDE }] }, 'account', scheme.account);
}

/** The benefits of kinds of case with terms of their own, by name; `usual` is what the others of the category have. */
function ownBenefits(
  scheme: Scheme,
  kinds: readonly OwnTerms[],
  usual: { readonly benefit: Benefit; readonly terms: Terms },
): Readonly<Record<string, Benefit>> {
  const named = kinds.map(({ kinds: of, deductible, share }): [string, Benefit] => [
    of.join('+'),
    {
      ...usual.benefit,
      kinds: [...of],
      deductible: deductible
        ? usual.benefit.deductible
        : { how: 'none', rule: invented('none', `${of[0]}.deductible`) },
      layers: share === null ? [] : layersOf(scheme, { ...usual.terms, bands: [{ to: null, share }] }),
    },
  ]);
  return Object.fromEntries(named);
}

/** A visit: 起付线 of the year and bands; other terms for the kinds of case that have them. */
function visitBenefits(scheme: Scheme, category: SchemeCategory): Readonly<Record<string, Benefit>> {
  const terms: Terms = { prefix: '', ceiling: scheme.poolCeiling, bands: category.bands };
  const benefit: Benefit = {
    kinds: ['outpatient'],
    since: null,
    deductible: { how: 'year', id: 'deductible', amounts: usual(yuan(category.deductible, 'deductible')) },
    layers: layersOf(scheme, terms),
    account: accountOf(scheme),
  };
  return { visit: benefit, ...ownBenefits(scheme, category.kinds, { benefit, terms }) };
}

/** A stay: per-stay deductible and bands. None where the scheme pays for no stay. */
function stayBenefits(scheme: Scheme, { inpatient }: SchemeCategory): Readonly<Record<string, Benefit>> {
  if (inpatient === null || scheme.stayCeiling === null) return {};
  const amounts = inpatient.deductibles.flatMap(({ levels, first, later }, index) => [
    {
      when: { level: levels, stay: 'first' as const },
      figure: yuan(first, `inpatient.deductibles.${index}.first`),
    },
    {
      when: { level: levels, stay: 'later' as const },
      figure: yuan(later, `inpatient.deductibles.${index}.later`),
    },
  ]);
  const terms: Terms = { prefix: 'stay', ceiling: scheme.stayCeiling, bands: inpatient.bands };
  const benefit: Benefit = {
    kinds: ['inpatient', 'observation', 'psychiatric'],
    since: null,
    deductible: { how: 'stay', amounts },
    layers: layersOf(scheme, terms),
    account: accountOf(scheme),
  };
  return { stay: benefit, ...ownBenefits(scheme, inpatient.kinds, { benefit, terms }) };
}

/** One scheme and category, on every day; a kind of case that neither visits nor stays name has no benefit. */
export function planOfScheme(scheme: Scheme, category: SchemeCategory): MedicalPlan {
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
    benefits: { ...visitBenefits(scheme, category), ...stayBenefits(scheme, category) },
    without: [],
    singleDisease: null,
    away: null,
    items: [],
    stayPeriod: null,
  };
}
