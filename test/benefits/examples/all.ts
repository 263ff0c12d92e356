import type { Example } from '../example.ts';
import { assistance } from './assistance.ts';
import { beijing } from './beijing.ts';
import { contributions } from './contributions.ts';
import { haichuan } from './haichuan.ts';
import { harbin } from './harbin.ts';
import { otherBenefits } from './other-benefits.ts';
import { pensions } from './pensions.ts';
import { shanghai } from './shanghai.ts';
import { tianjin } from './tianjin.ts';

/** The chapters of the page, with every worked example of the collection of rules. */
export const chapters: readonly { readonly title: string; readonly examples: readonly Example[] }[] = [
  { title: 'Medical: Beijing, May 2010 to 2012', examples: beijing },
  { title: 'Medical: Tianjin, 2004 to 2007', examples: tianjin },
  { title: 'Medical: Shanghai, 2006 to 2010', examples: shanghai },
  { title: 'Medical: Harbin, 2006 to 2010 and 2022 to 2026', examples: harbin },
  { title: 'Medical: a hospital stay in the made-up city', examples: haichuan },
  { title: 'Pensions', examples: pensions },
  { title: 'Contributions and housing fund', examples: contributions },
  { title: 'Injury, maternity, unemployment', examples: otherBenefits },
  { title: "Assistance, rent, the residents' pension, injury at retirement", examples: assistance },
];

export const examples: readonly Example[] = chapters.flatMap((chapter) => chapter.examples);
