import type { FailureSentences } from './failure-sentence.ts';
import { auditFailures } from './failures/audit.ts';
import { benefitsFailures } from './failures/benefits.ts';
import { billingFailures } from './failures/billing.ts';
import { cardFailures } from './failures/card.ts';
import { commissioningFailures } from './failures/commissioning.ts';
import { devicesFailures } from './failures/devices.ts';
import { moneyFailures } from './failures/money.ts';
import { reconcileFailures } from './failures/reconcile.ts';
import { staffFailures } from './failures/staff.ts';
import { terminalFailures } from './failures/terminal.ts';
import { worklistFailures } from './failures/worklist.ts';

export type { FailureSentences };

/**
 * Two sentences for every failure code (LOOK, Voice): what is safe comes first, then what to do. The person is never
 * blamed and never reads 失败, 错误 or 异常; the remedy is a concrete act, not a description. That every code of
 * contracts/failures has its entry here is checked by the test beside this file and by every typed use.
 */
export const failureSentences = {
  ...cardFailures,
  ...devicesFailures,
  ...moneyFailures,
  ...billingFailures,
  ...benefitsFailures,
  ...reconcileFailures,
  ...staffFailures,
  ...terminalFailures,
  ...auditFailures,
  ...worklistFailures,
  ...commissioningFailures,
} as const satisfies Readonly<Record<string, FailureSentences>>;
