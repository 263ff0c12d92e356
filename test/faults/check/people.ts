import { maskName } from '../../../common/kernel/masking.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { settles } from '../plan/settling.ts';
import { ownerOf, PEOPLE } from '../world/people.ts';
import type { Books } from './books.ts';
import type { Tell } from './finding.ts';
import { encounterOf } from './money.ts';

/** Stages that go on without the card: from the confirmation to the end of the result. */
const FINISHES = new Set(['working', 'done', 'notPaid', 'unknown']);
/** From the slot to the machine, ms. */
const NOTICE_MS = 100;

/** I16: what is shown, sent and printed is of the person whose card is, or was, in. */
export function checkPeople(books: Books, tell: Tell): void {
  for (const shown of books.evidence.shown) {
    const { visitor, card, screen } = shown;
    if (visitor === null) continue;
    const masked = 'person' in screen ? screen.person.name : null;
    if (masked !== null && masked !== maskName(visitor)) tell('I16', `${screen.kind} shows ${masked} to ${visitor}`);
    const own = card === visitor || (FINISHES.has(screen.kind) && screen.kind !== 'stillThere');
    if (!own && shown.cardForMs > NOTICE_MS)
      tell('I16', `${screen.kind} is ${visitor}’s while ${card ?? 'no card'} is in`);
  }
  for (const { key, body } of books.evidence.sent) {
    if (!settles(key)) continue;
    const msgid = /"msgid":"([^"]+)"/.exec(body)?.[1] ?? '';
    const encounter = encounterOf(books, msgid);
    const owner = encounter === null ? null : ownerOf(encounter);
    if (owner === null) continue;
    const named = PEOPLE.filter(
      (person) => body.includes(person.psnNo) || body.includes(person.reading.cardNumber ?? '?'),
    );
    if (named.length !== 1 || named[0] !== owner)
      tell('I16', `${msgid} settles ${owner.name}’s bill under another name`);
  }
  for (const { slip, success } of books.evidence.paper) {
    if (success === null) continue;
    const encounter = encounterOf(books, success.messageId);
    const owner = encounter === null ? null : ownerOf(encounter);
    const named = slip.blocks.some(
      (block) => block.kind === 'fact' && owner !== null && block.value.startsWith(maskName(owner.name)),
    );
    if (owner !== null && !named) tell('I16', `the slip of ${success.messageId} does not bear ${owner.name}`);
  }
  for (const { visits } of books.journals) {
    for (const visit of visits) {
      const owner = ownerOf(visit.encounterId);
      if (owner !== null && unwrapPii(visit.psnNo) !== owner.psnNo)
        tell('I16', `${visit.encounterId} is prepared for another person`);
    }
  }
}
