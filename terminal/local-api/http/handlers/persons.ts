import type { cardOperations } from '../../../../common/contracts/billing/operations/cards.ts';
import { MOST_LOOKUP_ROWS } from '../../../../common/contracts/desk/lookups.ts';
import { formatDateTime } from '../../../../common/kernel/dates.ts';
import { formatFen } from '../../../../common/kernel/money.ts';
import { unwrapPii } from '../../../../common/kernel/pii.ts';
import type { Clock } from '../../../../common/kernel/ports.ts';
import { err, ok } from '../../../../common/kernel/result.ts';
import { failed, pinFailure } from '../../../billing/answers.ts';
import type { Audit } from '../../../ports.ts';
import { type CardReadDeps, readMasked } from '../../card-read.ts';
import type { Handlers } from '../context.ts';
import { problemOf } from '../problem.ts';

export interface PersonHandlerDeps {
  readonly card: CardReadDeps;
  readonly audit: Audit;
  readonly clock: Clock;
}

const done = ok({});
const PIN_RESULTS = ['verified', 'wrong', 'blocked', 'initial', 'cancelled', 'timeout'] as const;

/** The card, the person, her PIN. */
export function personHandlers({ card, audit, clock }: PersonHandlerDeps): Handlers<keyof typeof cardOperations> {
  return {
    async readCard() {
      if (card.inSession()) return err(problemOf(failed('TERMINAL_IN_USE')));
      const read = await readMasked(card, { reader: null, waitMs: 0 });
      if (!read.ok) return err(problemOf(failed(read.error)));
      const { name, socialSecurityNumber, cardNumber, regionCode, issuedOn, expiresOn, specVersion } = read.value;
      const masked = { maskedName: name, maskedNumber: socialSecurityNumber, maskedCardNumber: cardNumber };
      return ok({ ...masked, regionCode, issuedOn, expiresOn, specVersion });
    },
    async readPerson(_input, { billing }) {
      const met = await billing.person();
      if (!met.ok) return err(problemOf(met.error));
      const { ref: person, balance, ...shown } = met.value;
      return ok({ person, ...shown, balance: formatFen(balance) });
    },
    letGo({ person }, { billing }) {
      billing.letGo(person);
      return done;
    },
    async reveal({ person }, { billing, client }) {
      const holder = await billing.reveal(person);
      if (holder === null) return err(problemOf(failed('PERSON_GONE')));
      audit('api.revealed', { client: client.name });
      const { name, identityNumber, cardNumber } = unwrapPii(holder);
      return ok({ name, identityNumber, cardNumber });
    },
    async enterPin({ person }, { billing }) {
      const entered = await billing.pin(person);
      if (!entered.ok) return err(problemOf(entered.error));
      const { value } = entered;
      const result = PIN_RESULTS.find((name) => name === value.kind);
      const triesLeft = value.kind === 'wrong' ? value.triesLeft : null;
      return result === undefined ? err(problemOf(failed(pinFailure(value) ?? 'PAD_GONE'))) : ok({ result, triesLeft });
    },
    async lookUp({ person, about, case: asked }, { billing }) {
      const at = asked?.at ?? formatDateTime(clock.now());
      const of = asked === undefined ? null : { medicalType: asked.medicalType, disease: asked.disease ?? null, at };
      const found = await billing.lookUp(person, { about, of });
      if (!found.ok) return err(problemOf(found.error));
      return ok({ rows: found.value.slice(0, MOST_LOOKUP_ROWS), total: found.value.length });
    },
    cancelPin(_input, { billing }) {
      billing.cancelPin();
      return done;
    },
  };
}
