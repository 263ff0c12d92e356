import { type FailureSentences, say } from '../failure-sentence.ts';

/** A clearing day that was not compared, or not found alike; only staff read these. */
export const reconcileFailures = {
  RECONCILE_DAY: {
    person: say('这一天还没到，没有对账。', 'That day has not come; nothing was compared.'),
    remedy: say('日期写成 2026-03-02 这样，不晚于今天。', 'Give the day as 2026-03-02, not later than today.'),
  },
  RECONCILE_NONE: {
    person: say('这一天还没有对过账。', 'That day has not been compared yet.'),
    remedy: say('运行 minka reconcile --day 加上日期。', 'Run `minka reconcile --day` with the date.'),
  },
  RECONCILE_OPEN: {
    person: say('账和中心不一样，钱没有动。', 'The books of that day differ from the centre’s; no money was moved.'),
    remedy: say(
      '逐条看 minka worklist list 里的对账差异，查清后了结，再对一次。',
      'Look at each difference in `minka worklist list`, end it when it is clear, and compare again.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
