import type { HostConfiguration } from '../../../common/contracts/devices/host-link.ts';
import type { PrinterStatus, PrintOutcome, PrintProgress } from '../../../common/contracts/devices/printer.ts';
import type { SlipDocument } from '../../../common/contracts/slip.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { OpenLine } from '../../serial/line.ts';

export type PrinterConfiguration = NonNullable<HostConfiguration['printer']>;

/** A technical log line: an event name and facts without personal data. */
export type DriverLog = (event: string, facts: Readonly<Record<string, string | number | boolean | null>>) => void;

export interface PrinterPorts {
  readonly clock: Clock;
  readonly log: DriverLog;
  /** Default: the serial port. */
  readonly openLine?: OpenLine;
  readonly times?: Partial<PrinterTimes>;
}

/** All in ms. */
export interface PrinterTimes {
  /** Between two status rounds when idle, and while a job runs. */
  readonly pollIdle: number;
  readonly pollBusy: number;
  /** For the answer to one DLE EOT. */
  readonly answer: number;
  /** Without an acknowledgement although the printer says it is ready: then the job's outcome is unknown. */
  readonly silence: number;
  /** Between two attempts to open the port. */
  readonly reopen: number;
  /** For a write to be taken by the port; then the port counts as lost. */
  readonly write: number;
}

export const DEFAULT_TIMES: PrinterTimes = {
  pollIdle: 1000,
  pollBusy: 400,
  answer: 700,
  silence: 10_000,
  reopen: 500,
  write: 5000,
};

export interface PrintRequest {
  /** The same id is never printed twice: a second request gets the first one's outcome. */
  readonly jobId: string;
  readonly slip: SlipDocument;
  /** Bounds a wait for paper, cover or cutter once the job has begun. */
  readonly patienceMs: number;
  readonly onProgress?: (progress: PrintProgress) => void;
}

export interface ReceiptPrinter {
  status(): PrinterStatus;
  /** Called at each change; returns the unsubscribe function. */
  onStatus(listener: (status: PrinterStatus) => void): () => void;
  /** One job at a time, others wait their turn. Never rejects. */
  print(request: PrintRequest): Promise<PrintOutcome>;
  /** Ends a job that waits for a person (or as soon as it would have to): the printer's buffer is cleared. */
  abandon(jobId: string): void;
  /** Ends everything: a job on its way is unknown, one that waits its turn is not printed. Idempotent. */
  close(): Promise<void>;
}
