import type { SelftestId } from '../../common/contracts/cli/selftest.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PrinterStatus } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Deadline } from '../deadline.ts';
import { failureOf } from '../failure.ts';
import type { ControlClient } from '../terminal-session.ts';
import { bad, type Finding, good, type Looked, look } from './finding.ts';

/** How long a device that was just opened may take until it answers, ms: two status rounds of a printer, twice. */
const SETTLES_MS = 6000;
const AGAIN_MS = 250;

type Devices = NonNullable<Awaited<ReturnType<typeof devicesOf>>>;

async function devicesOf(client: ControlClient, deadline: Deadline) {
  const answer = await client.call('deviceStatus', {}, { timeoutMs: deadline.left() });
  return answer.ok ? answer.value : null;
}

function readerFinding(card: CardStatus): Finding {
  switch (card.kind) {
    case 'serviceDown':
      return bad('READER_SERVICE_DOWN');
    case 'noReader':
      return bad('READER_GONE');
    case 'tooMany':
      return bad('CARD_TOO_MANY', card.readers.join(', '));
    default:
      return good(card.reader);
  }
}

const PRINTER: Readonly<Record<Exclude<PrinterStatus['kind'], 'ready'>, FailureCode>> = {
  offline: 'PRINTER_OFFLINE',
  paperOut: 'PRINTER_PAPER_OUT',
  coverOpen: 'PRINTER_COVER_OPEN',
  cutterJam: 'PRINTER_CUTTER',
  fault: 'PRINTER_FAULT',
};

/** What the profile has of the devices that a terminal may do without. */
export interface Fitted {
  readonly pinPad: boolean;
  readonly printer: boolean;
}

function findings(devices: Devices, fitted: Fitted): Readonly<Record<'reader' | 'pinPad' | 'printer', Finding>> {
  const { card, pinPad, printer } = devices;
  const none = good('-');
  return {
    reader: readerFinding(card),
    pinPad: !fitted.pinPad ? none : pinPad.kind === 'offline' ? bad('PAD_GONE') : good(pinPad.kind),
    printer: !fitted.printer ? none : printer.kind === 'ready' ? good('ready') : bad(PRINTER[printer.kind]),
  };
}

/** A silent printer that answers at another rate: somebody changed one of the two. */
async function otherRate(client: ControlClient, deadline: Deadline): Promise<Finding | null> {
  const answer = await client.call('printerRate', {}, { timeoutMs: deadline.left() });
  if (!answer.ok || answer.value.baudRate === null) return null;
  return bad('PRINTER_BAUD', `devices.printer.baudRate: ${answer.value.baudRate}`);
}

/** Reader, pad and printer as the host tells of them; what has just been opened gets its time to answer. */
export async function lookAtDevices(
  client: ControlClient,
  fitted: Fitted,
  deadline: Deadline,
): Promise<readonly Looked[]> {
  const begun = performance.now();
  const since = (): number => Math.round(performance.now() - begun);
  for (;;) {
    const devices = await devicesOf(client, deadline);
    const found = devices === null ? null : findings(devices, fitted);
    const waiting = found !== null && Object.values(found).some(({ kind }) => kind === 'bad');
    if (found === null || !waiting || since() > SETTLES_MS || deadline.left() < AGAIN_MS) {
      const ids = ['reader', 'pinPad', 'printer'] as const satisfies readonly SelftestId[];
      const silent = found?.printer.kind === 'bad' && devices?.printer.kind === 'offline';
      const rate = silent ? await otherRate(client, deadline) : null;
      return ids.map((id) => ({
        id,
        finding: (id === 'printer' ? rate : null) ?? found?.[id] ?? bad('HOST_GONE'),
        ms: since(),
      }));
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The journal, as the terminal that has it open tells of it. */
export function lookAtDatabase(client: ControlClient, deadline: Deadline): Promise<Looked> {
  return look('database', async () => {
    const answer = await client.call('storeStatus', {}, { timeoutMs: deadline.left() });
    if (!answer.ok) return bad('TERMINAL_UNREACHABLE', answer.error.message);
    const { code, clock } = answer.value;
    // A wrong clock closes the journal too; that is `clock`'s to tell.
    return code === null || code === clock.code ? good('open') : { kind: 'bad', failure: failureOf(code, '') };
  });
}

/** Whether centre and hospital let this terminal in, as the terminal finds that holds the tokens and keys. */
export async function lookAtOtherSides(client: ControlClient, deadline: Deadline): Promise<readonly Looked[]> {
  const begun = performance.now();
  const answer = await client.call('otherSides', {}, { timeoutMs: deadline.left() });
  const sides = answer.ok ? answer.value.sides : null;
  if (sides === null) return [];
  const ms = Math.round(performance.now() - begun);
  return (['centre', 'his'] as const).flatMap((id) => {
    const wrong = sides[id];
    return wrong === null ? [] : [{ id, finding: bad(wrong.code, wrong.detail), ms }];
  });
}
