import { sentences } from '../sentence.ts';

/** What every service says that shows how a sum is worked out, and the units of what stands in it. */
export const workedStrings = sentences({
  'worked.how': { zh: '看怎么算的', en: 'See how' },
  'worked.next': { zh: '看下一项', en: 'Next part' },
  'worked.since': { zh: '从什么时候起', en: 'Since' },
  'formula.minus': { zh: '减', en: 'minus' },
  'unit.percent': { zh: '{percent} %', en: '{percent} %' },
  'unit.people': { zh: '{people} 人', en: '{people} people' },
  'unit.days': { zh: '{days} 天', en: '{days} days' },
  'unit.area': { zh: '{area} 平方米', en: '{area} m²' },
});
