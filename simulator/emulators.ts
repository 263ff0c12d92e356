import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPadEmulator } from '../drivers/pin-pad/emulator/pad-emulator.ts';
import { createPrinterEmulator } from '../drivers/receipt-printer/emulator/index.ts';
import { systemClock } from '../wire/system.ts';
import { createBench } from './bench.ts';
import { serveControl } from './control-server.ts';

// The emulated devices as one process: card (a client of the virtual reader), PIN pad and printer (real ptys held by
// socat). Driven over <run>/sim.sock, see control.ts. Ends with its parent (end of stdin) or on SIGTERM.

const { values } = parseArgs({
  options: { run: { type: 'string' }, 'vpcd-port': { type: 'string', default: '35963' } },
});
const vpcdPort = Number(values['vpcd-port']);
if (!values.run || !Number.isInteger(vpcdPort)) {
  process.stderr.write('usage: emulators.ts --run DIR [--vpcd-port 35963]\n');
  process.exit(2);
}
const run = values.run;
mkdirSync(run, { recursive: true, mode: 0o700 });

const pad = await createPadEmulator(join(run, 'pin-pad'), systemClock());
const printer = await createPrinterEmulator({ link: join(run, 'printer') });
const bench = createBench({ vpcdPort, pad, printer });
const socketPath = join(run, 'sim.sock');
rmSync(socketPath, { force: true });
process.umask(0o077);
const server = await serveControl(socketPath, (command) => bench.run(command));

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 4000).unref();
  server.close();
  await bench.close();
  rmSync(socketPath, { force: true });
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.stdout.on('error', () => undefined);
process.stdin.on('end', () => void stop());
process.stdin.on('error', () => void stop());
process.stdin.resume();

// `pinPad` and `printer` are the ptys now; the links beside the socket stay right when a cable is pulled and put back.
process.stdout.write(
  `${JSON.stringify({
    ready: true,
    pinPad: realpathSync(pad.hostPath),
    printer: realpathSync(printer.hostPath),
    pinPadLink: pad.hostPath,
    printerLink: printer.hostPath,
    control: socketPath,
  })}\n`,
);
