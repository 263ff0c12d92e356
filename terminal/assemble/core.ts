import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { createCheckpoints } from '../audit/checkpoints.ts';
import type { AuditLog } from '../audit/log.ts';
import { hisByOrigin } from '../billing/his-by-origin.ts';
import { createUnreadNotices } from '../billing/unread-notices.ts';
import { createCollections } from '../cashier/collections.ts';
import { callForLeftOpen } from '../cashier/left-open.ts';
import { createCollectionNotices } from '../cashier/notices.ts';
import { createCertificates } from '../certificates/certificates.ts';
import { createCheck } from '../certificates/check.ts';
import { type CodeTables, createCodeTables } from '../codes/code-tables.ts';
import { createCodeRefresh } from '../codes/refresh.ts';
import { createDeclarations } from '../declaration/declarations.ts';
import type { HisDay } from '../gateways/his/port.ts';
import { askFirst, askHis, askOperator } from '../outbox/ask-first.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import type { Sink } from '../outbox/sink.ts';
import { createHisSink, createOperatorSink } from '../outbox/sinks.ts';
import type { Settlements, Timing } from '../ports.ts';
import type { SlipSite } from '../receipts/paper.ts';
import { createReconcile, type Reconcile } from '../reconcile/reconcile.ts';
import { createRetention } from '../reconcile/retention.ts';
import { startDaily } from '../reconcile/schedule.ts';
import { assuranceOf } from '../services/assurance.ts';
import { createLetIn, type LetIn } from '../services/let-in.ts';
import type { Core } from '../services/perform.ts';
import type { Audience } from '../settlement/audience.ts';
import type { CentreCalls } from '../settlement/centre-calls.ts';
import { type NetworkIdentity, networkIdentity } from '../settlement/network-identity.ts';
import type { SettlementsCore } from '../settlement/port.ts';
import { createPrintJobs } from '../settlement/print-jobs.ts';
import type { Resolve } from '../settlement/resolve.ts';
import { createSettlements } from '../settlement/settlements.ts';
import type { Store } from '../store/store.ts';
import { gateSettlements } from './gated.ts';
import type { Gateways } from './gateways.ts';
import { openPages } from './pages.ts';

export interface CoreParts {
  readonly profile: SiteProfile;
  readonly databaseKey: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
  readonly auditLog: AuditLog;
  readonly timing: Timing;
  readonly report: (what: string, cause: unknown) => void;
  /** Why nothing may be settled at this moment though the journal is open (a clock that is wrong), or null. */
  readonly closed: () => FailureCode | null;
  /** Nobody stands at the terminal. */
  readonly idle: () => boolean;
  /** Whom this process has told of a success: it lives as long as the process, over every core. */
  readonly audience: Audience;
  /** A client of the HIS API has a new notice about an encounter of its own. */
  readonly onNotice?: (client: string, encounterId: string) => void;
  /** Where 9001 says that it signs in; this machine's own where it is not given. */
  readonly network?: NetworkIdentity;
}

/** Money, paper jobs and the queue, over an open store. */
export interface RunningCore extends Core {
  readonly outbox: Outbox;
  readonly onResolved: Settlements['onResolved'];
  readonly onRefundKnown: SettlementsCore['onRefundKnown'];
  /** For a cashier's shift: under whose number messages go out, and her signing in and out. */
  readonly calls: Pick<CentreCalls, 'actAs' | 'ask' | 'signIn' | 'signOut'>;
  /** A settled bill is given back because somebody asks for it; what happens to a stay beside its settlement. */
  readonly refund: SettlementsCore['refund'];
  readonly stays: SettlementsCore['stays'];
  /** What happens to a visit before its bill, where each step is asked for by itself. */
  readonly registrations: SettlementsCore['registrations'];
  /** The hospital's encounters of a day; null where nothing is kept of them. */
  readonly day: HisDay | null;
  /** The centre's code tables, its own or the shipped ones. */
  readonly codes: CodeTables;
  /** Null where there is no journal whose books could be compared. */
  readonly reconcile: Reconcile | null;
  /** Whether centre and hospital let this terminal in. */
  readonly letIn: () => Promise<LetIn>;
  /** Ends a work-list row by named people. */
  readonly resolve: Resolve;
  /** Takes up what an earlier process left open, and delivers from now on. */
  start(): void;
  /** Lets what is under way be recorded, stops delivering and closes every connection. */
  stop(): Promise<void>;
}

/** What a slip says of this place. */
export function slipSite({ mode, locale, site }: SiteProfile): SlipSite {
  return { mode, locale, ...site };
}

/** The queue where nobody can be reached yet: it can be looked at, and takes rows. */
export function createIdleOutbox({ clock, random, auditLog: { audit } }: CoreParts, store: Store): Outbox {
  const closed: Sink = {
    batch: 1,
    deliver: async () => ({ kind: 'unavailable', reason: 'not configured', retryAfterMs: null }),
  };
  return createOutbox({ store, clock, random, audit, sinks: { operator: closed, his: closed } });
}

/** Builds the money core over an open store and its gateways. */
export function createCore(parts: CoreParts, store: Store, gateways: Gateways): RunningCore {
  const { profile, clock, random, timing, report, audience } = parts;
  const { audit } = parts.auditLog;
  const { centre, operator, benefits, cashier } = gateways;
  const his = hisByOrigin(gateways.his, { store, clock }, parts.onNotice);
  const { site } = profile;
  const asking = (side: { readonly keyLifetimeHours: number; readonly answerMs: number }) => ({
    ...{ clock, audit, keyLifetimeHours: side.keyLifetimeHours },
    callMs: profile.centre.connectMs + side.answerMs,
    ageUnknownUpTo: store.outbox.ageUnknownUpTo,
  });
  const outbox = createOutbox({
    store,
    clock,
    random,
    audit,
    sinks: {
      operator: askFirst(
        createOperatorSink(operator, {
          terminal: site.terminalLabel,
          institution: site.institutionCode,
          batch: profile.operator.batch,
        }),
        { ...asking(profile.operator), ask: askOperator(operator) },
      ),
      his: askFirst(createHisSink(his), { ...asking(profile.his), ask: askHis(his) }),
    },
  });
  const { schemes, foundAfterSession } = profile.policy;
  const hasHisApi = profile.hisApi !== null;
  const settings = { site, centre: profile.centre, schemes, foundAfterSession, hasHisApi };
  const network = parts.network ?? networkIdentity();
  const books = { store, outbox, centre, his, clock, random, audit, timing, settings, network, audience };
  const settlements = createSettlements(books);
  const jobs = createPrintJobs({ store, outbox, clock, random, audit });
  const collecting = {
    ...{ store, clock, notices: createCollectionNotices({ store, outbox, clock, audit }) },
    slips: profile.devices.printer === null ? null : jobs,
  };
  const collections =
    cashier === null ? null : createCollections({ ...collecting, gateway: cashier, random, audit, site });
  const { mode, locale, policy } = profile;
  const reconcile = createReconcile({
    ...settlements.books,
    ...{ store, outbox, clock, audit },
    settings: { mode, locale, site, centre: profile.centre, schemes, reconcile: policy.reconcile },
  });
  const retention = createRetention({ store, clock, audit });
  const { calls } = settlements.books;
  const codeRefresh = createCodeRefresh({ store, calls, clock, audit, division: site.division });
  let stopCodes = (): void => {};
  const { pinBeforeAccount } = policy;
  const terminal = `${site.institutionCode}-${site.terminalLabel}`;
  const pages = openPages(profile, clock);
  const certificates = createCertificates({ store, clock, random, audit, mode, locale, terminal, pages });
  const declarations =
    benefits === null ? null : createDeclarations({ store, benefits, clock, random, audit, terminal });
  const unread = createUnreadNotices({ store, outbox, clock, audit, report });
  const checkpoints = createCheckpoints({ store, outbox, clock, report });
  return {
    outbox,
    settlements: gateSettlements(settlements, () => parts.closed() ?? (store.gone() ? 'STORE_GONE' : null)),
    his,
    benefits,
    collections,
    papers: { certificates, declarations, terminal, assurance: () => assuranceOf(pinBeforeAccount, null) },
    checkCertificate: createCheck({ benefits, clock, audit, timing, terminal }),
    prints: {
      jobs,
      site: slipSite(profile),
      settlementRow: (messageId) => store.settlements.byMessageId(messageId)?.id ?? null,
    },
    openSettlement: (encounterId) => store.settlements.live(encounterId),
    success: settlements,
    onResolved: settlements.onResolved,
    onRefundKnown: settlements.onRefundKnown,
    calls: settlements.books.calls,
    letIn: createLetIn({ clock, calls: settlements.books.calls, his: gateways.his }),
    refund: settlements.refund,
    stays: settlements.stays,
    registrations: settlements.registrations,
    day: his,
    resolve: settlements.resolve,
    reconcile,
    codes: createCodeTables(store),
    start() {
      outbox.start();
      parts.auditLog.onAppended(checkpoints.appended);
      checkpoints.start();
      jobs.recover();
      certificates.recover();
      if (collections === null) callForLeftOpen(collecting);
      else collections.recover();
      declarations?.recover();
      unread.start();
      reconcile.start(() => parts.idle() && parts.closed() === null);
      retention.start(() => parts.idle() && parts.closed() === null);
      if (profile.centre.fetchCodes) {
        const idle = (): boolean => parts.idle() && parts.closed() === null;
        stopCodes = startDaily({ clock, at: policy.reconcile.at, idle, due: codeRefresh.due, run: codeRefresh.run });
      }
      settlements.recover().catch((cause: unknown) => report('recovery', cause));
    },
    async stop() {
      retention.stop();
      unread.stop();
      stopCodes();
      await reconcile.stop();
      await settlements.stop();
      await collections?.stop();
      await declarations?.stop();
      await checkpoints.stop();
      await outbox.stop();
      gateways.close();
    },
  };
}
