import { injuryAllowance, injuryDifference, injuryShare } from '../../../central/benefits/social/injury.ts';
import { minimumLiving, minimumLivingStandard } from '../../../central/benefits/social/minimum-living.ts';
import { rentSubsidy } from '../../../central/benefits/social/rent-subsidy.ts';
import { residentBase, residentPension } from '../../../central/benefits/social/resident-pension.ts';
import { loadCity, loadNational } from '../../../central/plans/social/load.ts';
import { ZERO_FEN } from '../../../common/kernel/money.ts';
import { formatRatio, ratio } from '../../../common/kernel/ratio.ts';
import type { Example } from '../example.ts';
import { money } from '../medical-example.ts';
import { yuan } from '../words.ts';
import { example } from './social-kit.ts';

const national = loadNational();

function present<T>(value: T | null): T {
  if (value === null) throw new Error('the file has no such figure');
  return value;
}

/** What a household is granted, what a villager draws, and what is added to a pension. */
export const assistance: readonly Example[] = [
  example(
    {
      id: 'AS-1',
      title: 'Minimum living of a household in Beijing, 2010',
      origin: 'the standard is S002; standard − income, for each person, is how the payment is defined',
      given: ['three people in the city, 180.00 a head and month'],
    },
    { 'a month': '750.00' },
    () => {
      const standard = present(minimumLivingStandard(loadCity('beijing'), 'urban', '2010-06-15'));
      return {
        results: { 'a month': yuan(minimumLiving(standard.value, money('180.00'), 3)) },
        steps: ['(430.00 − 180.00) × 3 = **750.00**'],
        figures: [standard],
      };
    },
  ),
  example(
    {
      id: 'RS-1',
      title: 'Rent subsidy in Harbin',
      origin: 'the threshold of 7 m² usable area a head is S000; the sum for a m² is an example',
      given: ['two people on 低保, a home of 11.2 m² usable area'],
    },
    { 'a month': '42.00' },
    () => {
      const rule = present(loadCity('harbin').rentSubsidy);
      return {
        results: { 'a month': yuan(rentSubsidy(rule, 2, ratio(112, 10))) },
        steps: ['7 × 2 − 11.2 = 2.8 m² are lacking', '2.8 × 15.00 = **42.00**'],
        figures: [rule.areaPerHead, rule.perSquareMetre],
      };
    },
  ),
  example(
    {
      id: 'RP-1',
      title: "Residents' pension in Beijing, 2010, at 60",
      origin: 'the base of 2009 and the age are general knowledge, the months of the age are A-09',
      given: ['account 9,730.00'],
    },
    { months: '139', 'from the account': '70.00', total: '350.00' },
    () => {
      const base = present(residentBase(loadCity('beijing'), '2010-06-15'));
      const pension = residentPension(national, base, money('9730.00'));
      return {
        results: {
          months: formatRatio(pension.divisor, 0),
          'from the account': yuan(pension.fromAccount),
          total: yuan(pension.total),
        },
        steps: ['9,730.00 ÷ 139 = **70.00**', '280.00 + 70.00 = **350.00** a month'],
        figures: pension.figures,
      };
    },
  ),
  example(
    {
      id: 'IN-3',
      title: 'An injury of grade 2 and a pension that is lower than the allowance was',
      origin: 'A-11, S003: at retirement the pension takes its place, and the injury fund pays the difference',
      given: ['own wage 900.00, pension 640.00'],
    },
    { allowance: '765.00', difference: '125.00' },
    () => {
      const allowance = present(injuryAllowance(national, 2, money('900.00'), ZERO_FEN));
      return {
        results: { allowance: yuan(allowance), difference: yuan(injuryDifference(allowance, money('640.00'))) },
        steps: ['85 % of 900.00 = **765.00**', '765.00 − 640.00 = **125.00** a month from the injury fund'],
        figures: [present(injuryShare(national, 2))],
      };
    },
  ),
];
