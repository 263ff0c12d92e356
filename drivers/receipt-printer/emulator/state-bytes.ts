import type { EmulatorSettings } from './settings.ts';

/** True where the printer stops and waits for a person. */
export function isStopped(s: EmulatorSettings): boolean {
  return s.paper === 'out' || s.coverOpen || s.cutterJam || s.fault;
}

const bit = (on: boolean, mask: number): number => (on ? mask : 0);

/** The answer to DLE EOT n. */
export function realTimeAnswer(n: number, s: EmulatorSettings): number | null {
  const out = s.paper === 'out';
  if (n === 1) return 0x16 | bit(isStopped(s), 0x08);
  if (n === 2) return 0x12 | bit(s.coverOpen, 0x04) | bit(out, 0x20) | bit(s.cutterJam || s.fault, 0x40);
  if (n === 3) return 0x12 | bit(s.cutterJam, 0x08) | bit(s.fault, 0x20);
  if (n === 4) return 0x12 | bit(s.paper !== 'plenty', 0x0c) | bit(out, 0x60);
  return null;
}

/** The four bytes of an automatic status. */
export function automaticFrame(s: EmulatorSettings): readonly number[] {
  return [
    0x14 | bit(isStopped(s), 0x08) | bit(s.coverOpen, 0x20),
    bit(s.cutterJam, 0x08) | bit(s.fault, 0x20),
    bit(s.paper !== 'plenty', 0x03) | bit(s.paper === 'out', 0x0c),
    0x0f,
  ];
}

/** The answer to GS r 1. */
export function paperAnswer(s: EmulatorSettings): number {
  return bit(s.paper !== 'plenty', 0x03) | bit(s.paper === 'out', 0x0c);
}
