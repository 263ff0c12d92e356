import { fixtures } from '../fixtures/index.ts';
import { detailViews } from './detail-views.ts';
import type { Language } from './look.ts';
import { serviceViews } from './service-views.ts';

/** Every fixture, and what else a key of a screen can bring onto it. */
export const everyView: readonly string[] = [
  ...Object.keys(fixtures),
  'whoYouAre+settings',
  'working+settings',
  ...serviceViews,
  ...detailViews,
];

/** One of each screen in its fullest state: where another size or theme would be too much first. */
export const fullestViews: readonly string[] = [
  'insertCard',
  'readingCard-slow',
  'cardProblem-CARD_EXPIRED',
  'enterPin-refused',
  'enterPin-askLastTry',
  'lookingUp-slow',
  'whoYouAre',
  'whoYouAre-many',
  'whoYouAre-services-many',
  'whoYouAre+settings',
  'home',
  'pension',
  'injury-retired',
  'resident-pension',
  'coverage-banded',
  'maternity',
  'assistance',
  'housing',
  'pension+1+1',
  'contributions',
  'contributions+1',
  'medical-large',
  'medical-large+1',
  'medical+2',
  'visit-wide',
  'visit-lines',
  'preparing-fees',
  'split-full',
  'split-full+2',
  'split-full+2+2+2',
  'split-full+2+2+2+2',
  'confirm-full',
  'working',
  'done-full',
  'done-collect-full',
  'done-more',
  'done-trouble-changed',
  'notPaid-refused',
  'unknown',
  'stepFailed-long-reason',
  'card-differs',
  'changePin-birthday',
  'pinResult-unknown',
  'insertCard-loss',
  'loss-confirm',
  'stillThere',
  'takeCard-late',
  'insertCard-pages',
  'home-pages',
  'policy',
  'policy-titles',
  'policy-initials',
  'policy-sheet',
  'policy-origin',
  'staff-list-many',
  'staff-proof-second',
  'staff-report-open',
];

/** The languages that are measured. */
export const languages: readonly Language[] = ['zh-CN', 'en', 'pseudo'];
