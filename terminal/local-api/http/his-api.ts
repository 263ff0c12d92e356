import { HIS_API_PREFIX } from '../../../common/contracts/billing/billing.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { SiteProfile } from '../../../kiosk-config/schema.ts';
import type { BillingRoom } from '../../billing/port.ts';
import type { Devices } from '../../devices/devices.ts';
import type { Audit } from '../../ports.ts';
import type { Success } from '../../services/core.ts';
import type { Store } from '../../store/store.ts';
import type { CardReadDeps } from '../card-read.ts';
import { knownClients } from './clients.ts';
import { createEventHub, type EventHub } from './events.ts';
import { keysJournal } from './from-journal.ts';
import { billHandlers } from './handlers/bills.ts';
import { personHandlers } from './handlers/persons.ts';
import { type RestHandlerDeps, restHandlers } from './handlers/rest.ts';
import { stayHandlers } from './handlers/stays.ts';
import { visitHandlers } from './handlers/visits.ts';
import { createKeys } from './keys.ts';
import document from './openapi.json' with { type: 'json' };
import { apiPage } from './page.ts';
import { json, type Reply } from './problem.ts';
import { countRefusals } from './refusals.ts';
import { createServe, type Serve } from './serve.ts';
import { createTelling } from './telling.ts';

export interface HisApiParts {
  readonly profile: SiteProfile;
  readonly hisApi: NonNullable<SiteProfile['hisApi']>;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly version: string;
  readonly devices: Pick<Devices, 'status'>;
  readonly card: CardReadDeps;
  readonly room: BillingRoom;
  readonly success: Success;
  readonly store: () => Store | null;
  readonly outbox: RestHandlerDeps['outbox'];
  readonly fault: () => FailureCode | null;
  readonly inUse: () => boolean;
  readonly print: RestHandlerDeps['print'];
  readonly report: (what: string, cause: unknown) => void;
}

export interface HisApi {
  readonly serve: Serve;
  readonly events: Pick<EventHub, 'send' | 'close'>;
  /** A journal is open, and nobody has begun anything yet: keys that an earlier process left are decided. */
  takeUp(): void;
}

/** The HIS API over the billing room. It listens to nothing; `main.ts` does that. */
export function createHisApi(parts: HisApiParts): HisApi {
  const { profile, hisApi, clock, audit, version, store, fault, report, room } = parts;
  const { mode, site } = profile;
  const hub = createEventHub(clock, version);
  const telling = createTelling(clock, parts.success);
  const keys = createKeys({ clock, audit, store, fault, journal: keysJournal, report });
  const listening = new Set<string>();
  const trouble = (why: string): void => report(`the HIS API's clients: ${why}`, null);
  let page: Reply | null = null;
  const serve = createServe({
    clock,
    clients: knownClients(hisApi.clientsFile, trouble),
    origins: hisApi.origins,
    handlers: {
      ...personHandlers({ card: parts.card, audit, clock: parts.clock }),
      ...billHandlers({ store, keys, telling }),
      ...visitHandlers({ store }),
      ...stayHandlers({ store }),
      ...restHandlers({ ...parts, mode, site, telling }),
    },
    hub,
    billingOf({ name }) {
      const billing = room.for({ kind: 'client', name });
      if (!listening.has(name)) {
        listening.add(name);
        billing.onEvent((event) =>
          hub.send(event.kind === 'bill' ? event : { kind: 'personGone', person: event.ref }, name),
        );
      }
      return billing;
    },
    pages: {
      // Made when somebody looks at it: a terminal that starts has better things to do.
      get [`${HIS_API_PREFIX}/`]() {
        page ??= apiPage();
        return page;
      },
      [`${HIS_API_PREFIX}/openapi.json`]: json(200, document),
    },
    refused: countRefusals(clock, audit),
    report,
  });
  return { serve, events: hub, takeUp: keys.takeUp };
}
