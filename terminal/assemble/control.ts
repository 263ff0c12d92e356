import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { type ControlDeps, controlHandlers } from '../local-api/control.ts';
import { showElectronicCard } from '../services/electronic-card.ts';
import type { SessionRunner } from '../services/session-runner.ts';
import type { Timings } from '../services/timings.ts';
import type { Backbone } from './backbone.ts';
import type { Health } from './health.ts';
import type { createStaff } from './staff.ts';
import type { StaffSlips } from './staff-slips.ts';

export interface ControlParts extends Pick<ControlDeps, 'audit' | 'devices'> {
  readonly parts: { readonly profile: Pick<SiteProfile, 'mode' | 'site'> } & Pick<ControlDeps, 'version' | 'clock'>;
  readonly runner: SessionRunner;
  readonly timings: Timings;
  readonly backbone: Backbone;
  readonly health: Health;
  readonly staff: ReturnType<typeof createStaff>;
  readonly slips: StaffSlips;
}

/** What the control link reaches of a terminal: its handlers for one client. `gone` calls back when its link has ended. */
export function controlOf({
  parts,
  audit,
  devices,
  runner,
  timings,
  backbone,
  health,
  staff,
  slips,
}: ControlParts): (gone: (listener: () => void) => void) => Handlers<typeof controlLink> {
  return (gone) =>
    controlHandlers(
      {
        mode: parts.profile.mode,
        version: parts.version,
        pid: process.pid,
        clock: parts.clock,
        card: staff.card,
        devices,
        printTest: slips.test,
        electronicCard: (token) => showElectronicCard(runner, token),
        books() {
          const books = backbone.books();
          if (books === null) return null;
          const { store, outbox } = books;
          return {
            outbox,
            settlements: (limit) => store.settlements.list(limit),
            open: () => store.settlements.open().length,
          };
        },
        fault: () => runner.state().fault ?? backbone.fault(),
        timings: timings.rows,
        audit,
        staff,
        journal: {
          fault: backbone.fault,
          setAside: backbone.setAside,
          origin: () => backbone.books()?.store.origin.get() ?? null,
          clockState: health.clock,
          desk: staff.desk,
          adopt: (adoption) => backbone.adopt({ ...adoption, behindMs: Math.max(0, -health.clock().skewMs) }),
        },
        chain: { site: parts.profile.site, books: backbone.books },
        letIn: async () => (await backbone.core()?.letIn()) ?? null,
        codes: () => backbone.core()?.codes ?? null,
        checkCertificate: () => backbone.core()?.checkCertificate ?? null,
        statement: {
          reconcile: () => backbone.core()?.reconcile ?? null,
          printReport: slips.report,
        },
      },
      gone,
    );
}
