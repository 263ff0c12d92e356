import { DIVISION, INSTITUTION, PERSON } from '../../../central/testing/kit.ts';
import type { CardReading, CardStatus } from '../../../common/contracts/devices/card.ts';
import type { PinVerifyResult } from '../../../common/contracts/devices/pin-pad.ts';
import { createCodeTables } from '../../codes/code-tables.ts';
import { start } from '../../settlement/testing/start.ts';
import type { Switch, WorldOptions } from '../../settlement/testing/world.ts';
import { type Custody, createCustody } from '../custody.ts';
import type { BillingCore } from '../deps.ts';
import { createLookUp } from '../lookups.ts';
import { createBillingRoom } from '../room.ts';

/** The card of the world's person, as its chip says it. */
const reading: CardReading = {
  specVersion: '2.00',
  cardNumber: PERSON.cardNumber ?? '',
  cardId: PERSON.cardId ?? '',
  regionCode: DIVISION,
  issuedOn: '2020-01-01',
  expiresOn: '2040-01-01',
  socialSecurityNumber: PERSON.certNo,
  name: PERSON.name,
  sex: 'male',
  nation: '01',
  birthPlace: null,
  birthDate: null,
  atr: '3B6D',
  needsHsm: false,
  warnings: [],
};

/** The billing room over a world's terminal, with a reader and a pad that do as they are told. */
export function billingBench(
  options: { readonly pinBeforeAccount?: boolean; readonly seed?: number; readonly place?: WorldOptions['place'] } = {},
) {
  const { place } = options;
  const world = start(options.seed ?? 1, place === undefined ? {} : { place });
  const { clock, random } = world;
  let running = world.terminal;
  let card: CardStatus = { kind: 'present', reader: 'R', generation: 1, atr: '3B6D' };
  let pin: () => Promise<PinVerifyResult> = async () => ({ kind: 'verified' });
  let busy = false;
  let { name } = PERSON;
  let reads = 0;
  let entries = 0;
  const audited: string[] = [];
  const devices = {
    status: () => ({ card, pinPad: { kind: 'ready' } as const, printer: { kind: 'ready', nearEnd: false } as const }),
    async readCard() {
      reads += 1;
      return { ok: true, value: { ...reading, name }, cardMs: 1 } as const;
    },
    verifyPin() {
      entries += 1;
      return pin();
    },
    cancelPin: () => undefined,
  };
  const core = (): BillingCore => ({
    store: running.store,
    settlements: running.settlements,
    his: world.sides.his,
    stays: running.settlements.stays,
    registrations: running.settlements.registrations,
    lookUp: createLookUp({
      ...{ clock, calls: running.settlements.books.calls, codes: createCodeTables(running.store) },
      ...{ stays: running.store.stays, institutionCode: INSTITUTION, designatedType: '1' },
    }),
    refunding: { refund: running.settlements.refund },
  });
  const furnish = (custody: Custody) => ({
    custody,
    room: createBillingRoom({
      ...{ clock, random, devices, core, custody },
      audit: (code) => void audited.push(code),
      timing: () => undefined,
      fault: () => null,
      failureOf: () => 'TERMINAL_INTERNAL',
      division: DIVISION,
      pinBeforeAccount: options.pinBeforeAccount ?? false,
      limitMs: 45_000,
      inUse: () => busy,
      hasPad: true,
      pinEntryMs: 60_000,
    }),
  });
  let { custody, room } = furnish(createCustody());
  return {
    ...{ ...world, devices, audited },
    get terminal() {
      return running;
    },
    get room() {
      return room;
    },
    get custody() {
      return custody;
    },
    /** Another process over the same journal, which dies where the switch says so. */
    async restart(killSwitch?: Switch) {
      running.kill();
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      running = world.boot(killSwitch);
      ({ custody, room } = furnish(createCustody()));
    },
    reads: () => reads,
    entries: () => entries,
    /** `unsaid`: the reader has not told of it yet, and only its status says so. */
    setCard(status: CardStatus, told: 'said' | 'unsaid' = 'said') {
      card = status;
      if (told === 'said') room.cardSeen(status.kind === 'present' ? status.generation : null);
    },
    /** Another person's card lies there from now on. */
    setName(of: string) {
      name = of;
    },
    setPin(entry: () => Promise<PinVerifyResult>) {
      pin = entry;
    },
    setBusy(to: boolean) {
      busy = to;
    },
  };
}
