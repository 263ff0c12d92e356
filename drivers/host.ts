import { parseArgs } from 'node:util';
import { hostLink } from '../common/contracts/devices/host-link.ts';
import { forgetLastMatch } from '../common/kernel/last-match.ts';
import { type Served, serve } from '../common/rpc/serve.ts';
import { parentPort } from '../wire/parent-port.ts';
import { systemClock } from '../wire/system.ts';
import { noCardReader, openCardReader } from './card-reader/driver.ts';
import { pcscAbi } from './card-reader/pcsc/abi.ts';
import type { PcscBinding } from './card-reader/pcsc/binding.ts';
import { openPcsc } from './card-reader/pcsc/koffi.ts';
import { createDeviceHost, type Emit } from './device-host.ts';
import { exitGuard, lifeline } from './host-life.ts';
import { acceptTerminals, sayFailed, sayReady } from './host-links.ts';
import { openMinkaLabPad } from './pin-pad/driver/minka-lab.ts';
import { findRate, openReceiptPrinter } from './receipt-printer/index.ts';
import { openSerialLine } from './serial/serial-line.ts';
import { openSpeech } from './speech/speech.ts';

// The device host: the only process that loads native device modules. It may hang or die; the terminal sees the
// missing heartbeat and has it replaced.

// Each waiting PC/SC call holds a thread of libuv's pool; the default of 4 is used up by a monitor, a card and a
// stuck one. Takes effect because nothing has used the pool yet; a value from outside wins.
process.env['UV_THREADPOOL_SIZE'] ??= '16';

const HEARTBEAT_MS = 1000;
const STOP_LIMIT_MS = 4500;
const clock = systemClock();

/** One JSON line on stderr. The drivers' facts hold no personal data. */
function log(event: string, facts: Readonly<Record<string, string | number | boolean | null>> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), from: 'device-host', event, ...facts })}\n`);
}

function loadPcsc(): PcscBinding | null {
  const abi = pcscAbi(process.platform, process.arch);
  try {
    return abi ? openPcsc(abi) : null;
  } catch (error) {
    log('pcsc.unavailable', { reason: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

const { values } = parseArgs({ options: { socket: { type: 'string' } } });
const parent = parentPort();
if (!values.socket && parent === null) {
  process.stderr.write('usage: host.ts --socket PATH\n');
  process.exit(2);
}

const binding = loadPcsc();
exitGuard(() => binding?.inFlight() ?? 0);

const links = new Set<Served<typeof hostLink>>();
const emit: Emit = (event, body) => {
  for (const link of links) link.emit(event, body);
};
const host = createDeviceHost(
  {
    card: ({ reader }) => (binding ? openCardReader({ binding, clock, filter: reader }) : noCardReader()),
    pad: (config) => openMinkaLabPad(config, { clock }),
    printer: (config) => openReceiptPrinter(config, { clock, log }),
    printerRate: (config) => findRate(config, { clock, openLine: openSerialLine }),
    speech: (config) => openSpeech(config, { clock }),
  },
  emit,
  process.pid,
);

const listener = await acceptTerminals(parent, values.socket ?? '', (channel) => {
  const served = serve(channel, hostLink, host.handlers, { report: (what) => log('link.trouble', { what }) });
  links.add(served);
  channel.onClose(() => links.delete(served));
});
if (!listener.ok) {
  sayFailed(parent, 'SOCKET', listener.error.message);
  process.exit(1);
}

const heartbeat = setInterval(() => {
  emit('heartbeat', { at: Date.now(), stuck: host.stuck() });
  forgetLastMatch();
}, HEARTBEAT_MS);
sayReady(parent);

let stopping = false;
async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log('stopping', { why });
  clearInterval(heartbeat);
  // Past this the exit guard takes the process down the hard way.
  setTimeout(() => process.exit(0), STOP_LIMIT_MS);
  if (listener.ok) await listener.value.close();
  await host.close();
  process.exit(0);
}
if (parent === null) lifeline((why) => void stop(why));
else parent.onEnd(() => void stop('parent'));
