import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { DeskPolicy } from '../desk/policy.ts';
import type { DeskFrame } from '../desk/project.ts';
import type { SnapshotFrame } from '../session/project.ts';
import type { SessionPolicy } from '../session/session-policy.ts';

/** What every snapshot says of this site. */
export function frameOf({ mode, locale, site, panel, screen, devices, speech }: SiteProfile): SnapshotFrame {
  const { title, institutionName, terminalLabel, helpWindow, cashierWindow, hotline } = site;
  const shown = { title, institution: institutionName, terminal: terminalLabel, helpWindow, cashierWindow, hotline };
  const glass = { panel, keypad: devices.keypad, voice: speech !== null };
  return { mode, locale, look: screen.look, site: { ...shown, ...glass } };
}

/** What the profile decides about a session. */
export function policyOf(
  { site, policy, devices, benefits, cashier, screen }: SiteProfile,
  hasPolicies: boolean,
): SessionPolicy {
  const has = { hasPad: devices.pinPad !== null, hasPrinter: devices.printer !== null, hasServices: benefits !== null };
  const { electronicCard: hasElectronicCard } = devices;
  return {
    ...policy,
    ...has,
    hasElectronicCard,
    hasPolicies,
    collectMs: cashier?.collectMs ?? null,
    look: screen.look,
    division: site.division,
  };
}

/** What every snapshot of the desk says of this site. */
export function deskFrame({ mode, locale, site, screen }: SiteProfile): DeskFrame {
  const { title, institutionName: institution, terminalLabel: terminal, cashierWindow: window, hotline } = site;
  return { mode, locale, look: screen.look, site: { title, institution, terminal, window, hotline } };
}

/** What the profile decides about the desk. */
export function deskPolicy({ site, policy, devices, cashier }: SiteProfile): DeskPolicy {
  return {
    hasPrinter: devices.printer !== null,
    hasCashier: cashier !== null,
    accountFirst: policy.accountFirst,
    division: site.division,
    limitMs: policy.personLimitMs,
  };
}

/** A page is sent, and followed until it is out or the printer lacks something; IPP's own limits together, ms. */
const PAGE_MS = 45_000;

/**
 * How long a person waits for one question of the services at most, ms. A service asks at most two things one after the
 * other, each with its limits from the profile; a certificate may have a page printed besides.
 */
export function questionMs({ centre, benefits, pages }: SiteProfile): number {
  const call = centre.connectMs + (benefits?.answerMs ?? 0);
  return 2 * call + (pages === null ? 0 : PAGE_MS);
}
