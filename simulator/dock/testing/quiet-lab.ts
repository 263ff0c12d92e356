import type { Lab } from '../../lab/lab.ts';

/** What a test may do to the devices of a quiet lab, and what was asked of them. */
export interface QuietDevices {
  /** Every command is refused, as by a process that died. */
  gone: boolean;
  /** Which card is in which slot, and when the slot became empty (by the test's own clock). */
  readonly slots: { card: string | null; mute: boolean; emptySince: number | null }[];
  readonly commands: string[];
  /** Bodies that the servers' admin API was sent. */
  readonly admin: unknown[];
  /** What that API says is armed. */
  readonly armed: unknown[];
}

/** A lab of which nothing runs: devices that answer, servers that take everything and know nothing. `now`: ms. */
export function quietLab(now: () => number = () => 0): { lab: Lab; devices: QuietDevices } {
  const devices: QuietDevices = {
    gone: false,
    slots: [0, 1].map(() => ({ card: null, mute: false, emptySince: null })),
    commands: [],
    admin: [],
    armed: [],
  };
  const settings = { paper: 'plenty', paperLeftMm: null, coverOpen: false, cutterJam: false, cable: true };

  function cardCommand(cmd: string, asked: Readonly<Record<string, unknown>>): object {
    const slot = devices.slots[Number(asked['slot'] ?? 0)];
    if (slot === undefined) return {};
    if (cmd === 'card.remove') Object.assign(slot, { card: null, emptySince: now() });
    if (cmd === 'card.insert')
      Object.assign(slot, { card: asked['card'], mute: JSON.stringify(asked).includes('noAtr') });
    const emptyMs = slot.card !== null || slot.emptySince === null ? null : now() - slot.emptySince;
    return { inserted: slot.card !== null, emptyMs, triesLeft: null };
  }

  const answer = (cmd: string, asked: Readonly<Record<string, unknown>>): object => {
    if (devices.gone) throw new Error('the emulators are gone');
    if (cmd.startsWith('card.')) return cardCommand(cmd, asked);
    if (cmd === 'pin.status') return { entering: false, cable: true };
    if (cmd === 'printer.status') return { settings, extent: { bytes: 0, rows: 0, waiting: 0, moving: false } };
    return {};
  };
  const quiet: Partial<Lab> = {
    sim: {
      async command(cmd, asked = {}) {
        if (!cmd.endsWith('.status')) devices.commands.push(cmd);
        return { ...answer(cmd, asked) };
      },
      close: () => undefined,
    },
    network: null,
    clocks: null,
    async admin(_method, path, body) {
      if (body !== undefined) devices.admin.push(body);
      return path === '/admin/faults' ? { armed: devices.armed } : {};
    },
    control: () => Promise.reject(new Error('no terminal')),
  };
  return { lab: quiet as Lab, devices };
}
