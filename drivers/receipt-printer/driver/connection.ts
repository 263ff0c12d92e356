import type { Clock } from '../../../common/kernel/ports.ts';
import type { ByteLine, OpenLine } from '../../serial/line.ts';
import { createReplyParser, type PrinterReply } from '../codec/replies.ts';
import type { DriverLog, PrinterTimes } from './ports.ts';

export interface ConnectionEvents {
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onReply: (reply: PrinterReply) => void;
}

export interface Connection {
  isUp(): boolean;
  /** Resolves when the port was tried for the first time, with or without success. */
  readonly tried: Promise<void>;
  /** False where the line is down; true says only that the port was asked. */
  send(bytes: Uint8Array): boolean;
  /** Gives the port up and opens it anew. */
  restart(reason: string): void;
  close(): void;
}

/** Keeps the line to the printer open: opens it, and opens it again whenever it is lost. */
export function keepConnected(
  where: { readonly path: string; readonly baudRate: number },
  ports: { readonly clock: Clock; readonly log: DriverLog; readonly openLine: OpenLine; readonly times: PrinterTimes },
  events: ConnectionEvents,
): Connection {
  const { clock, log, openLine, times } = ports;
  const parser = createReplyParser();
  let line: ByteLine | null = null;
  let closed = false;
  let cancelReopen: () => void = () => undefined;
  let cancelWrites = new Set<() => void>();

  function down(reason: string): void {
    if (line === null) return;
    const gone = line;
    line = null;
    for (const cancel of cancelWrites) cancel();
    cancelWrites = new Set();
    gone.close();
    log('printer.line.down', { reason });
    events.onDown();
    reopenLater();
  }

  function reopenLater(): void {
    if (!closed) cancelReopen = clock.after(times.reopen, () => void open());
  }

  async function open(): Promise<void> {
    let lostAlready = false;
    const opened = await openLine(where.path, where.baudRate, {
      onData: (chunk) => {
        for (const reply of parser.push(chunk)) events.onReply(reply);
      },
      onLost: (reason) => {
        if (line === null) lostAlready = true;
        else down(reason);
      },
    });
    if (closed) return opened?.close();
    if (opened === null || lostAlready) return reopenLater();
    parser.reset();
    line = opened;
    log('printer.line.up', {});
    events.onUp();
  }

  const tried = open();
  return {
    isUp: () => line !== null,
    tried,
    send(bytes) {
      if (line === null) return false;
      const cancel = clock.after(times.write, () => down('write not taken'));
      cancelWrites.add(cancel);
      line.write(bytes, () => {
        cancel();
        cancelWrites.delete(cancel);
      });
      return true;
    },
    restart: (reason) => down(reason),
    close() {
      if (closed) return;
      closed = true;
      cancelReopen();
      for (const cancel of cancelWrites) cancel();
      line?.close();
      line = null;
    },
  };
}
