import type { PrinterStatus } from '../../../common/contracts/devices/printer.ts';

/** What the status bits of DLE EOT 1–4 or of an automatic status say; true is the bad news. */
export interface PrinterFacts {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly nearEnd: boolean;
  readonly cutter: boolean;
  /** Any other error: head temperature, voltage, firmware. */
  readonly error: boolean;
}

export const NO_TROUBLE: PrinterFacts = {
  offline: false,
  coverOpen: false,
  paperOut: false,
  nearEnd: false,
  cutter: false,
  error: false,
};

const has = (byte: number, mask: number): boolean => (byte & mask) !== 0;

/** The four answers to DLE EOT 1, 2, 3 and 4, taken together. */
export function factsFromRealTime(answers: readonly [number, number, number, number]): PrinterFacts {
  const [printer, offline, error, paper] = answers;
  return {
    offline: has(printer, 0x08),
    coverOpen: has(offline, 0x04),
    paperOut: has(offline, 0x20) || has(paper, 0x60),
    nearEnd: has(paper, 0x0c),
    cutter: has(error, 0x08),
    error: has(error, 0x64),
  };
}

/** The four bytes of an automatic status (GS a). */
export function factsFromAutomatic(frame: readonly [number, number, number, number]): PrinterFacts {
  const [printer, error, paper] = frame;
  return {
    offline: has(printer, 0x08),
    coverOpen: has(printer, 0x20),
    paperOut: has(paper, 0x0c),
    nearEnd: has(paper, 0x03),
    cutter: has(error, 0x08),
    error: has(error, 0x64),
  };
}

/**
 * One status for a person: what has to be mended first. An open cover hides the paper sensor's answer, so it goes
 * before paper; "off-line" without a cause is a fault.
 */
export function statusOf(facts: PrinterFacts): PrinterStatus {
  if (facts.cutter) return { kind: 'cutterJam' };
  if (facts.coverOpen) return { kind: 'coverOpen' };
  if (facts.paperOut) return { kind: 'paperOut' };
  if (facts.error || facts.offline) return { kind: 'fault' };
  return { kind: 'ready', nearEnd: facts.nearEnd };
}
