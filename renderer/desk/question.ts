import type { DeskScreen } from '../../common/contracts/desk/snapshot.ts';

/**
 * Whose page it is: where this changes, nothing of the page before stays on the screen, neither a value in clear nor a
 * line of another bill.
 */
export function pageOf(screen: DeskScreen): string {
  const whose = 'person' in screen ? (screen.person?.number ?? '') : '';
  const bill = screen.kind === 'bill' ? screen.bill.encounter.encounterId : '';
  return `${screen.kind} ${whose} ${bill}`;
}

/**
 * What is asked on a screen, as one word: another word is another question, for which no earlier stroke counts. A number
 * that counts up on the same screen is none.
 */
export function questionOf(screen: DeskScreen): string {
  switch (screen.kind) {
    case 'shift':
      return `shift:${screen.view.step}`;
    case 'person':
      return `person:${screen.choices.map(({ encounterId }) => encounterId).join()}`;
    case 'bill': {
      const { encounter, quote, working, check, stay } = screen.bill;
      const quoted = quote === null ? 'none' : `${quote.at} ${quote.stale} ${quote.useAccount}`;
      // What came of a step of a stay is another question: a sheet that was opened before it is closed.
      const stood = stay === null ? '' : `${stay.course.state} ${stay.said?.step} ${stay.said?.outcome}`;
      return `bill:${encounter.encounterId} ${quoted} ${working?.what ?? 'still'} ${check.differing} ${stood}`;
    }
    case 'result':
      return `result:${screen.result.kind} ${screen.result.encounterId}`;
    case 'refund':
      return `refund:${screen.refund.messageId} ${screen.refund.phase} ${screen.refund.partial}`;
    case 'lookup':
      return `lookup:${screen.view.about}`;
    case 'staff': {
      const { view } = screen;
      return view.kind === 'report' ? `staff:report ${view.day}` : `staff:${view.kind}`;
    }
    default:
      return screen.kind;
  }
}
