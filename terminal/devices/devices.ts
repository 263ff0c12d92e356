import type { CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import type { HostConfiguration } from '../../common/contracts/devices/host-link.ts';
import { PIN_ENTRIES, type PinChangeResult, type PinChangeStep } from '../../common/contracts/devices/pin-change.ts';
import type { PinPadStatus, PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import type { PrinterStatus, PrintOutcome, PrintProgress } from '../../common/contracts/devices/printer.ts';
import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import type { RpcError } from '../../common/rpc/error.ts';
import { type Generations, generationsOf } from './generations.ts';
import { createHostConnection, type Host } from './host-connection.ts';

/** What the devices tell of themselves, as it happens. */
export interface DeviceEvents {
  card(status: CardStatus): void;
  pinPad(status: PinPadStatus): void;
  pinChange(step: PinChangeStep): void;
  printer(status: PrinterStatus): void;
  printProgress(progress: PrintProgress): void;
  /** Whether headphones are in: once for each device host that can know it, and whenever that changes. */
  headphones(plugged: boolean): void;
  /** The device host is gone; a new one is on its way, and a card that is in will be seen again. */
  hostGone(): void;
  /** A reader is there that this mode does not allow. */
  readerRefused(reader: string): void;
}

/** The terminal's end of every device. Verbs always resolve; nothing throws for what a device or the host does. */
export interface Devices {
  start(): void;
  status(): { readonly card: CardStatus; readonly pinPad: PinPadStatus; readonly printer: PrinterStatus };
  readCard(generation: number): Promise<CardReadResult>;
  verifyPin(generation: number, entryTimeoutMs: number): Promise<PinVerifyResult>;
  /** Old PIN, twice a new one, one CHANGE; `dialogue` is what its steps are told under. Never sent twice. */
  changePin(dialogue: number, generation: number, entryTimeoutMs: number): Promise<PinChangeResult>;
  cancelPin(): void;
  print(jobId: string, slip: SlipDocument, patienceMs: number): Promise<PrintOutcome>;
  abandonPrint(jobId: string): void;
  /** At which other rate a silent printer answers; null: at none, or nobody can ask. */
  printerRate(): Promise<number | null>;
  /**
   * Says this in place of what is being said. True once it was said to its end; false where something else took its place,
   * and where there is no voice: a host that is gone is silent.
   */
  speak(request: SpeakRequest): Promise<boolean>;
  /** Watches another reader (null: whichever holds a card) until told otherwise. */
  watchReader(reader: string | null): Promise<void>;
  stop(): void;
}

export interface DevicesOptions {
  readonly clock: Clock;
  readonly dial: () => Promise<Channel | null>;
  readonly replaceHost: (reason: string, silent: boolean) => Promise<void>;
  readonly configuration: HostConfiguration;
  /** Whether a reader of this name may not be used (a virtual one in production). */
  readonly refuseReader: (reader: string) => boolean;
  readonly events: DeviceEvents;
}

/** The host answers an unanswered APDU after 5 s itself; this bounds a host that does not even do that. */
const READ_MS = 8000;
const VERIFY_MARGIN_MS = 15_000;
/** Five rates of half a second each, and the opening of the port. */
const RATES_MS = 10_000;
const PRINT_MARGIN_MS = 90_000;
/** The longest screen is said in less. */
const SPEAK_MS = 600_000;

/** The client of the device host (DESIGN §2, §5): the only one in the terminal that speaks `hostLink`. */
export function createDevices(options: DevicesOptions): Devices {
  const { clock, events } = options;
  let configuration = options.configuration;
  let generations: Generations = generationsOf(0);
  let card: CardStatus = { kind: 'noReader' };
  const padless = { kind: configuration.pinPad === null ? 'none' : 'offline' } as const satisfies PinPadStatus;
  let pinPad: PinPadStatus = padless;
  let printer: PrinterStatus = { kind: 'offline' };
  const progress = new Map<string, PrintProgress>();
  /** How far a change of a PIN came, by its dialogue. */
  const pinSteps = new Map<number, PinChangeStep['step']>();

  /** What was heard on the present link: an event outdates the answer to `status`, which may be handled after it. */
  let heard = new Set<'card' | 'pinPad' | 'printer' | 'headphones'>();

  const seeCard = (status: CardStatus): void => {
    const allowed = allow(generations.outward(status));
    const repeated = heard.has('card') && JSON.stringify(allowed) === JSON.stringify(card);
    heard.add('card');
    card = allowed;
    if (!repeated) events.card(card);
  };
  const allow = (status: CardStatus): CardStatus => {
    const names = 'reader' in status ? [status.reader] : 'readers' in status ? status.readers : [];
    const refused = names.find(options.refuseReader);
    if (refused === undefined) return status;
    events.readerRefused(refused);
    return { kind: 'noReader' };
  };
  const seePad = (status: PinPadStatus): void => {
    heard.add('pinPad');
    pinPad = status;
    events.pinPad(status);
  };
  const seePrinter = (status: PrinterStatus): void => {
    heard.add('printer');
    printer = status;
    events.printer(status);
  };

  const seeHeadphones = (plugged: boolean): void => {
    heard.add('headphones');
    events.headphones(plugged);
  };

  const connection = createHostConnection({
    clock,
    dial: options.dial,
    configuration: () => configuration,
    replace: options.replaceHost,
    onLink({ client, number }) {
      generations = generationsOf(number);
      heard = new Set();
      client.on('card', seeCard);
      client.on('pinPad', seePad);
      client.on('printer', seePrinter);
      client.on('headphones', ({ plugged }) => seeHeadphones(plugged));
      client.on('pinChange', (step) => {
        if (pinSteps.has(step.dialogue)) pinSteps.set(step.dialogue, step.step);
        events.pinChange(step);
      });
      client.on('printProgress', (step) => {
        if (progress.has(step.jobId)) progress.set(step.jobId, step);
        events.printProgress(step);
      });
    },
    onUp({ client }) {
      void client.call('status', {}).then((status) => {
        if (!status.ok || connection.current()?.client !== client) return;
        if (!heard.has('pinPad')) seePad(status.value.pinPad);
        if (!heard.has('printer')) seePrinter(status.value.printer);
        const { headphones } = status.value;
        if (headphones !== null && !heard.has('headphones')) seeHeadphones(headphones);
        if (!heard.has('card')) seeCard(status.value.card);
      });
    },
    onGone() {
      card = { kind: 'noReader' };
      events.hostGone();
      seePad(padless);
      seePrinter({ kind: 'offline' });
    },
  });

  /** The host and its own number of the card session, or the reason why that card cannot be asked. */
  const at = (generation: number): { host: Host; own: number } | 'READER_GONE' | 'CARD_STALE' => {
    const host = connection.current();
    if (host === null) return 'READER_GONE';
    const own = generations.inward(generation);
    return own === null ? 'CARD_STALE' : { host, own };
  };

  /** A call into the reader never came back: nothing but the host's death frees it. Told after the answer. */
  const stuck = (what: string): void => {
    clock.after(0, () => connection.giveUp(what));
  };

  const unanswered = (error: RpcError): 'CARD_MUTE' | 'READER_GONE' => {
    if (error.kind !== 'timeout') return 'READER_GONE';
    stuck(error.message);
    return 'CARD_MUTE';
  };

  return {
    start: () => connection.start(),
    status: () => ({ card, pinPad, printer }),
    async readCard(generation) {
      const place = at(generation);
      if (typeof place === 'string') return { ok: false, error: place };
      const answer = await place.host.client.call('readCard', { generation: place.own }, { timeoutMs: READ_MS });
      if (!answer.ok) return { ok: false, error: unanswered(answer.error) };
      const result = answer.value;
      if (!result.ok && (result.error === 'CARD_MUTE' || result.error === 'READER_STUCK')) stuck(result.error);
      return result;
    },
    async verifyPin(generation, entryTimeoutMs) {
      const place = at(generation);
      if (typeof place === 'string') return { kind: 'card', error: place };
      const timeoutMs = entryTimeoutMs + VERIFY_MARGIN_MS;
      const answer = await place.host.client.call(
        'verifyPin',
        { generation: place.own, entryTimeoutMs },
        { timeoutMs },
      );
      if (!answer.ok) return { kind: 'card', error: unanswered(answer.error) };
      const result = answer.value;
      if (result.kind === 'card' && (result.error === 'CARD_MUTE' || result.error === 'READER_STUCK')) {
        stuck(result.error);
      }
      return result;
    },
    async changePin(dialogue, generation, entryTimeoutMs) {
      const place = at(generation);
      if (typeof place === 'string') return { kind: 'card', error: place };
      pinSteps.set(dialogue, 'old');
      const asked = { dialogue, generation: place.own, entryTimeoutMs };
      const timeoutMs = PIN_ENTRIES * entryTimeoutMs + VERIFY_MARGIN_MS;
      const answer = await place.host.client.call('changePin', asked, { timeoutMs });
      const step = pinSteps.get(dialogue);
      pinSteps.delete(dialogue);
      if (answer.ok) {
        if (answer.value.kind === 'unknown' && answer.value.stuck) stuck('CHANGE PIN');
        return answer.value;
      }
      const error = unanswered(answer.error);
      // The host tells each step before it takes it, but the last word of one that dies may not have come.
      return step === 'again' || step === 'changing' ? { kind: 'unknown', stuck: false } : { kind: 'card', error };
    },
    cancelPin() {
      void connection.current()?.client.call('cancelPin', {});
    },
    async print(jobId, slip, patienceMs) {
      const host = connection.current();
      if (host === null) return { kind: 'notPrinted', trouble: 'hostGone' };
      progress.set(jobId, { jobId, acknowledged: 0, blocks: 0, waiting: null });
      const timeoutMs = patienceMs + PRINT_MARGIN_MS;
      const answer = await host.client.call('print', { jobId, slip, patienceMs }, { timeoutMs });
      const { acknowledged, blocks } = progress.get(jobId) ?? { acknowledged: 0, blocks: 0 };
      progress.delete(jobId);
      if (answer.ok) return answer.value;
      if (answer.error.kind === 'badInput') return { kind: 'notPrinted', trouble: 'layout' };
      const trouble = answer.error.kind === 'timeout' ? 'noAnswer' : 'hostGone';
      return { kind: 'unknown', trouble, acknowledged, blocks };
    },
    abandonPrint(jobId) {
      void connection.current()?.client.call('abandonPrint', { jobId });
    },
    async printerRate() {
      const answer = await connection.current()?.client.call('printerRate', {}, { timeoutMs: RATES_MS });
      return answer?.ok === true ? answer.value.baudRate : null;
    },
    async speak(request) {
      const answer = await connection.current()?.client.call('speak', request, { timeoutMs: SPEAK_MS });
      return answer?.ok === true && answer.value.outcome === 'spoken';
    },
    async watchReader(reader) {
      configuration = { ...configuration, cardReader: { reader } };
      await connection.current()?.client.call('configure', configuration);
    },
    stop: () => connection.stop(),
  };
}
