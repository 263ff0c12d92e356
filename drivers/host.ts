import { parseArgs } from 'node:util';
import { hostLink } from '../common/contracts/devices/host-link.ts';
import { type Served, serve } from '../common/rpc/serve.ts';
import { systemClock } from '../wire/system.ts';
import { listenUnix } from '../wire/unix-socket.ts';
import { noCardReader, openCardReader } from './card-reader/driver.ts';
import { pcscAbi } from './card-reader/pcsc/abi.ts';
import type { PcscBinding } from './card-reader/pcsc/binding.ts';
import { openPcsc } from './card-reader/pcsc/koffi.ts';
import { createDeviceHost, type Emit } from './device-host.ts';
import { exitGuard, lifeline } from './host-life.ts';
import { openMinkaLabPad } from './pin-pad/driver/minka-lab.ts';
import { openReceiptPrinter } from './receipt-printer/index.ts';

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
if (!values.socket) {
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
  },
  emit,
  process.pid,
);

const listener = await listenUnix(values.socket, (channel) => {
  const served = serve(channel, hostLink, host.handlers, { report: (what) => log('link.trouble', { what }) });
  links.add(served);
  channel.onClose(() => links.delete(served));
});
if (!listener.ok) {
  process.stdout.write(
    `${JSON.stringify({ ready: false, error: { code: 'SOCKET', message: listener.error.message } })}\n`,
  );
  process.exit(1);
}

const heartbeat = setInterval(() => emit('heartbeat', { at: Date.now(), stuck: host.stuck() }), HEARTBEAT_MS);
process.stdout.write(`${JSON.stringify({ ready: true, pid: process.pid })}\n`);

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
lifeline((why) => void stop(why));
