import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Persona } from '../drivers/card-reader/emulator/persona.ts';
import { VirtualCard } from '../drivers/card-reader/emulator/virtual-card.ts';
import { type InsertedCard, insertCard } from '../drivers/card-reader/emulator/vpicc.ts';
import type { PadEmulator } from '../drivers/pin-pad/emulator/pad-emulator.ts';
import type { PrinterEmulator } from '../drivers/receipt-printer/emulator/index.ts';
import type { SimCommand } from './control.ts';
import { loadPersona } from './personas.ts';

const POLL_MS = 20;

/** The emulated devices of one terminal, and what the control socket may do to them. */
export interface Bench {
  run(command: SimCommand): Promise<object>;
  close(): Promise<void>;
}

/** `vpcdPort` is the first slot of the virtual reader; the second slot is the next port. */
export function createBench(parts: {
  readonly vpcdPort: number;
  readonly pad: PadEmulator;
  readonly printer: PrinterEmulator;
}): Bench {
  const { pad, printer, vpcdPort } = parts;
  const cards = new Map<number, InsertedCard>();
  /** Cards that are put in again and again, by name. */
  const kept = new Map<string, VirtualCard>();
  /** When the last card left a slot, by itself or by hand. */
  const emptySince = new Map<number, number>();

  async function putIn(slot: number, persona: Persona, name: string | undefined): Promise<void> {
    const card = (name === undefined ? undefined : kept.get(name)) ?? new VirtualCard(persona);
    if (name !== undefined) kept.set(name, card);
    const inserted = await insertCard(persona, vpcdPort + slot, card);
    cards.set(slot, inserted);
    void inserted.gone.then(() => emptySince.set(slot, performance.now()));
  }

  function cardStatus(slot: number): object {
    const left = emptySince.get(slot);
    const emptyMs = left === undefined ? null : Math.round(performance.now() - left);
    const inserted = cards.get(slot);
    if (!inserted) return { inserted: false, emptyMs };
    const { triesLeft, verifies, persona } = inserted.card;
    const isIn = inserted.isIn();
    const label = persona.label;
    return { inserted: isIn, emptyMs: isIn ? null : emptyMs, label, apdus: inserted.apdus(), triesLeft, verifies };
  }

  async function removeCard(slot: number): Promise<void> {
    const card = cards.get(slot);
    cards.delete(slot);
    await card?.remove();
  }

  async function typePin(digits: string, intervalMs: number, waitMs: number): Promise<object> {
    const until = performance.now() + waitMs;
    while (!pad.isEntering()) {
      if (performance.now() > until) throw new Error('no PIN entry was begun');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    if (!(await pad.type(digits, intervalMs))) throw new Error('the PIN entry ended before the last key');
    return {};
  }

  async function paper(dir: string | undefined): Promise<object> {
    const { png, bytes, cuts } = printer.paper();
    if (dir !== undefined) {
      await writeFile(join(dir, 'receipt.png'), png, { mode: 0o600 });
      await writeFile(join(dir, 'receipt.bin'), bytes, { mode: 0o600 });
      return { cuts, length: bytes.length };
    }
    const base64 = (content: Uint8Array): string => Buffer.from(content).toString('base64');
    return { cuts, length: bytes.length, png: base64(png), bytes: base64(bytes) };
  }

  return {
    async run(command) {
      switch (command.cmd) {
        case 'card.insert': {
          const persona = typeof command.persona === 'string' ? loadPersona(command.persona) : command.persona;
          await removeCard(command.slot);
          await putIn(command.slot, persona, command.card);
          return { label: persona.label };
        }
        case 'card.remove':
          await removeCard(command.slot);
          return {};
        case 'card.renew':
          kept.delete(command.card);
          return {};
        case 'card.status':
          return cardStatus(command.slot);
        case 'pin.type':
          return typePin(command.digits, command.intervalMs, command.waitMs);
        case 'pin.key':
          if (!pad.press(command.key)) throw new Error('no PIN entry is running');
          return {};
        case 'pin.status':
          return { entering: pad.isEntering(), entries: pad.entries(), cable: pad.settings.cable };
        case 'pin.set':
          await pad.set(defined(command.settings));
          return {};
        case 'printer.set':
          await printer.set(defined(command.settings));
          return {};
        case 'printer.status':
          return { settings: printer.settings, counts: printer.counts, extent: printer.extent() };
        case 'printer.paper':
          return paper(command.dir);
        case 'printer.tear':
          printer.tear();
          return {};
        case 'printer.slips':
          return { slips: printer.slips() };
      }
    },
    async close() {
      await Promise.all([...cards.keys()].map(removeCard));
      await Promise.all([pad.close(), printer.close()]);
    },
  };
}

/** The settings that were given; zod types an absent one as possibly undefined. */
function defined<T extends object>(patch: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]-?: Exclude<T[K], undefined>;
  };
}
