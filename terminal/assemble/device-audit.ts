import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PrinterStatus } from '../../common/contracts/devices/printer.ts';
import type { Audit } from '../ports.ts';

export type DeviceFault = 'READER_SERVICE_DOWN' | 'READER_GONE' | 'PAD_GONE' | 'HOST_GONE' | `PRINTER_${string}`;

/** Audits a device's fault when it begins and its end when it is mended; not every status in between. */
export function createDeviceAudit(audit: Audit): (device: string, fault: DeviceFault | null) => void {
  const faults = new Map<string, DeviceFault>();
  return (device, fault) => {
    const before = faults.get(device) ?? null;
    // Whatever a device says, it says through a living host.
    if (device !== 'host' && fault === null && faults.delete('host')) audit('device.mended', { device: 'host' });
    if (before === fault) return;
    if (fault === null) faults.delete(device);
    else faults.set(device, fault);
    audit(fault === null ? 'device.mended' : 'device.fault', { device, failure: fault });
  };
}

export function readerFault(status: CardStatus): DeviceFault | null {
  if (status.kind === 'serviceDown') return 'READER_SERVICE_DOWN';
  return status.kind === 'noReader' ? 'READER_GONE' : null;
}

export function printerFault(status: PrinterStatus): DeviceFault | null {
  switch (status.kind) {
    case 'ready':
      return null;
    case 'offline':
      return 'PRINTER_OFFLINE';
    case 'paperOut':
      return 'PRINTER_PAPER_OUT';
    case 'coverOpen':
      return 'PRINTER_COVER_OPEN';
    case 'cutterJam':
      return 'PRINTER_CUTTER';
    case 'fault':
      return 'PRINTER_FAULT';
  }
}
