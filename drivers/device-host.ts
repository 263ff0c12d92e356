import type { CardStatus } from '../common/contracts/devices/card.ts';
import type { HostConfiguration, hostLink } from '../common/contracts/devices/host-link.ts';
import type { PinPadStatus } from '../common/contracts/devices/pin-pad.ts';
import type { PrinterStatus } from '../common/contracts/devices/printer.ts';
import type { Handlers, Served } from '../common/rpc/serve.ts';
import type { CardReader } from './card-reader/driver.ts';
import { enterAndChange } from './pin-pad/driver/change-pin.ts';
import type { PinPad } from './pin-pad/driver/pin-pad.ts';
import { enterAndVerify } from './pin-pad/driver/verify-pin.ts';
import type { ReceiptPrinter } from './receipt-printer/index.ts';
import type { Speech } from './speech/speech.ts';

/** Builds the driver of each device; `host.ts` gives the real ones. */
export interface DriverFactories {
  readonly card: (config: HostConfiguration['cardReader']) => CardReader;
  readonly pad: (config: NonNullable<HostConfiguration['pinPad']>) => PinPad;
  readonly printer: (config: NonNullable<HostConfiguration['printer']>) => ReceiptPrinter;
  /** Tries a silent printer at other rates; its port is free meanwhile. */
  readonly printerRate: (config: NonNullable<HostConfiguration['printer']>) => Promise<number | null>;
  readonly speech: (config: NonNullable<HostConfiguration['speech']>) => Speech;
}

export type Emit = Served<typeof hostLink>['emit'];

export interface DeviceHost {
  readonly handlers: Handlers<typeof hostLink>;
  /** A native call never came back: only the death of this process frees the reader. */
  stuck(): boolean;
  close(): Promise<void>;
}

/** One open device and the configuration it was opened with, so that an unchanged one is kept open. */
interface Slot<T> {
  readonly config: string;
  readonly device: T;
}

/**
 * The verbs of the host link over the drivers. Nothing is open before `configure`; a later `configure` opens anew
 * only what changed, so that another card reader does not disturb a print.
 */
export function createDeviceHost(factories: DriverFactories, emit: Emit, pid: number): DeviceHost {
  let card: Slot<CardReader> | null = null;
  let pad: Slot<PinPad> | null = null;
  let printer: Slot<ReceiptPrinter> | null = null;
  let speech: Slot<Speech> | null = null;
  let initialPins: readonly string[] = [];
  let configuring: Promise<unknown> = Promise.resolve();
  /** The change of a PIN that is under way; another object is another change. */
  let changing: { stopped: boolean } | null = null;
  let lastGeneration = 0;
  let base = 0;

  /** Generations keep growing over a re-opened reader: its own count begins again at 1. */
  const outward = (status: CardStatus): CardStatus => {
    if (status.kind !== 'present' && status.kind !== 'mute') return status;
    lastGeneration = Math.max(lastGeneration, base + status.generation);
    return { ...status, generation: base + status.generation };
  };
  const cardStatus = (): CardStatus => (card ? outward(card.device.status()) : { kind: 'noReader' });
  const padStatus = (): PinPadStatus => pad?.device.status() ?? { kind: 'none' };
  const printerStatus = (): PrinterStatus => printer?.device.status() ?? { kind: 'offline' };

  async function reopen<C, T extends { close(): Promise<void> }>(
    slot: Slot<T> | null,
    config: C | null,
    open: (config: C) => T,
  ): Promise<Slot<T> | null> {
    const text = JSON.stringify(config);
    if (slot?.config === text) return slot;
    await slot?.device.close();
    return config === null ? null : { config: text, device: open(config) };
  }

  let printerConfig: HostConfiguration['printer'] = null;

  /** The port is given up for as long as other rates are tried, and opened again as it was. */
  async function tryRates(): Promise<number | null> {
    if (printerConfig === null || printerStatus().kind !== 'offline') return null;
    await printer?.device.close();
    const rate = await factories.printerRate(printerConfig);
    printer = null;
    await openPrinter();
    return rate;
  }

  async function openPrinter(): Promise<void> {
    printer = await reopen(printer, printerConfig, (c) => {
      const device = factories.printer(c);
      device.onStatus((status) => emit('printer', status));
      return device;
    });
  }

  async function configure(config: HostConfiguration): Promise<void> {
    initialPins = config.pinPad?.initialPins ?? [];
    card = await reopen(card, config.cardReader, (c) => {
      base = lastGeneration;
      const device = factories.card(c);
      device.onStatus((status) => emit('card', outward(status)));
      return device;
    });
    pad = await reopen(pad, config.pinPad, (c) => {
      const device = factories.pad(c);
      device.onStatus((status) => emit('pinPad', status));
      return device;
    });
    printerConfig = config.printer;
    await openPrinter();
    speech = await reopen(speech, config.speech ?? null, (c) => {
      const device = factories.speech(c);
      device.onHeadphones((plugged) => emit('headphones', { plugged }));
      return device;
    });
  }

  return {
    handlers: {
      async configure(config) {
        const turn = configuring.then(() => configure(config));
        configuring = turn.catch(() => undefined);
        await turn;
        return { pid };
      },
      async printerRate() {
        const turn = configuring.then(tryRates);
        configuring = turn.catch(() => undefined);
        return { baudRate: await turn };
      },
      status: () => ({
        card: cardStatus(),
        pinPad: padStatus(),
        printer: printerStatus(),
        headphones: speech?.device.headphones() ?? null,
      }),
      async readCard({ generation }) {
        return card ? card.device.read(generation - base) : { ok: false, error: 'READER_GONE' };
      },
      async verifyPin({ generation, entryTimeoutMs }) {
        if (!card) return { kind: 'card', error: 'READER_GONE' };
        return enterAndVerify(pad?.device ?? null, card.device, {
          generation: generation - base,
          timeoutMs: entryTimeoutMs,
          initialPins,
        });
      },
      async changePin({ dialogue, generation, entryTimeoutMs }) {
        if (!card) return { kind: 'card', error: 'READER_GONE' };
        if (changing !== null) return { kind: 'busy' };
        const mine = { stopped: false };
        changing = mine;
        return enterAndChange(pad?.device ?? null, card.device, {
          generation: generation - base,
          timeoutMs: entryTimeoutMs,
          initialPins,
          tell: (step, hint) => emit('pinChange', { dialogue, step, hint }),
          stopped: () => mine.stopped,
        }).finally(() => {
          changing = null;
        });
      },
      cancelPin() {
        if (changing !== null) changing.stopped = true;
        pad?.device.cancel();
        return {};
      },
      async print({ jobId, slip, patienceMs }) {
        if (!printer) return { kind: 'notPrinted', trouble: 'offline' };
        return printer.device.print({ jobId, slip, patienceMs, onProgress: (step) => emit('printProgress', step) });
      },
      abandonPrint({ jobId }) {
        printer?.device.abandon(jobId);
        return {};
      },
      async speak(request) {
        if (!speech) return { outcome: 'unavailable', withheld: 0 };
        return speech.device.speak(request);
      },
    },
    stuck: () => card?.device.stuck() ?? false,
    async close() {
      await configuring;
      await Promise.all([pad?.device.close(), printer?.device.close(), card?.device.close(), speech?.device.close()]);
    },
  };
}
