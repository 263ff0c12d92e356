import { connect } from 'node:net';
import { systemClock } from '../../../wire/system.ts';
import { type CardReader, openCardReader } from '../driver.ts';
import { pcscAbi } from '../pcsc/abi.ts';
import type { PcscBinding } from '../pcsc/binding.ts';
import { openPcsc } from '../pcsc/koffi.ts';

/** The first slot of the virtual reader; the second is the next port. */
export const VPCD_PORT = Number(process.env['MINKA_VPCD_PORT'] ?? '35963');

/** The two slots as the service names them. */
export const SLOTS = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const;

/** Fails with the remedy where the virtual reader does not listen: a device test must never pass without a device. */
export function requireVirtualReader(port = VPCD_PORT): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = connect({ port: port + 1, host: '127.0.0.1' });
    probe.once('connect', () => {
      probe.destroy();
      // The service polls its reader every 0.4 s; it must have seen this visitor leave again.
      setTimeout(resolve, 900);
    });
    probe.once('error', () =>
      reject(new Error(`no PC/SC service with a virtual reader on 127.0.0.1:${port}; "npm test" starts one`)),
    );
  });
}

/** The real driver on the real service; `changed` puts something between them. */
export function openRealReader(
  filter: string | null = null,
  changed: (binding: PcscBinding) => PcscBinding = (binding) => binding,
): CardReader {
  const abi = pcscAbi(process.platform, process.arch);
  if (!abi) throw new Error('no PC/SC layout for this platform');
  return openCardReader({ binding: changed(openPcsc(abi)), clock: systemClock(), filter });
}
