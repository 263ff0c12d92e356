import { asksBack, commandLength } from './commands.ts';
import { createLineBuffer } from './line-buffer.ts';
import type { Paper } from './paper.ts';
import { acrossPaper, createQrPrinter } from './qr.ts';
import { createRealTimeFilter } from './real-time.ts';
import { romGlyph } from './rom-glyphs.ts';
import { romCharacter } from './rom-text.ts';
import { DOTS_PER_MM, type EmulatorSettings } from './settings.ts';
import { createSlipRecorder, type SlipRecorder } from './slip-record.ts';
import { automaticFrame, isStopped, paperAnswer, realTimeAnswer } from './state-bytes.ts';

export interface EscPosSim {
  /** A byte from the line. Real-time commands work at once, the rest waits in the receive buffer; overflow is lost. */
  receive(byte: number): void;
  /** Does the next command; the paper's advance in dots. Null: nothing to do, or stopped. */
  step(): number | null;
  /** To be called after every change of the settings: sends an automatic status where that is on. */
  settingsChanged(): void;
  /** Power off and on. */
  restart(): void;
  /** Everything printed since the last `forget`, as bytes in their order. */
  readonly printed: Uint8Array;
  readonly printedBytes: number;
  /** Bytes in the receive buffer. */
  readonly waiting: number;
  forget(): void;
  /** What it has of every slip since it was made. */
  readonly record: SlipRecorder;
  readonly counts: { lost: number; cuts: number; maxBuffered: number };
}

const FEED_TO_CUTTER = 96;

/**
 * The printer's firmware: bytes in, dots and answers out. No time and no I/O in it: the same bytes and settings give the
 * same paper.
 */
export function createEscPosSim(
  s: EmulatorSettings,
  paper: Paper,
  answer: (bytes: readonly number[]) => void,
): EscPosSim {
  const line = createLineBuffer();
  const qr = createQrPrinter();
  const record = createSlipRecorder();
  const counts = { lost: 0, cuts: 0, maxBuffered: 0 };
  let buffer: number[] = [];
  let printed: number[] = [];
  let automatic = false;
  let lastFrame = '';
  let kanji = s.kanjiAtStart;
  let spacing = 34;
  let centred = false;
  let bold = false;
  let inverse = false;
  let times: readonly [number, number] = [1, 1];
  let kanjiTimes: readonly [number, number] = [1, 1];

  function reset(): void {
    line.clear();
    record.begins();
    [kanji, spacing, centred, bold, inverse, times, kanjiTimes] = [
      s.kanjiAtStart,
      34,
      false,
      false,
      false,
      [1, 1],
      [1, 1],
    ];
    automatic = false;
  }

  const receive = createRealTimeFilter({
    onStatus: (n) => {
      const status = realTimeAnswer(n, s);
      if (status !== null) answer([status]);
    },
    onRecover: (n) => {
      if (n === 2 && s.cutterJam) clear();
    },
    onClear: () => {
      if (s.clearsBuffers) clear();
    },
    onByte: (byte) => {
      if (s.paced && buffer.length >= s.bufferBytes) counts.lost += 1;
      else buffer.push(byte);
      counts.maxBuffered = Math.max(counts.maxBuffered, buffer.length);
    },
  });

  function clear(): void {
    buffer = [];
    line.clear();
  }

  /** Paper that moves by `dots`; the sensor may find its end. */
  function advance(dots: number): number {
    if (s.paperLeftMm !== null) {
      s.paperLeftMm -= dots / DOTS_PER_MM;
      if (s.paperLeftMm <= 0) {
        s.paper = 'out';
        s.paperLeftMm = null;
        settingsChanged();
      }
    }
    return dots;
  }

  function feed(dots: number): number {
    if (!s.lies) paper.feed(dots);
    return advance(dots);
  }

  function printLine(): number {
    const height = Math.max(spacing, line.height);
    const rows = line.take(paper.widthDots, centred);
    if (!s.lies) {
      record.prints();
      paper.print(rows);
      paper.feed(height - rows.length);
    }
    return advance(height);
  }

  function add(ch: string, width: 12 | 24): number {
    const [widthTimes, heightTimes] = width === 24 ? kanjiTimes : times;
    const before = line.width + width * widthTimes > paper.widthDots ? printLine() : 0;
    line.addGlyph(romGlyph(ch, width), { widthTimes, heightTimes, bold, inverse });
    return before;
  }

  function printSymbol(rows: readonly Uint8Array[]): number {
    if (!s.lies) {
      record.prints();
      paper.print(acrossPaper(rows, paper.widthDots, centred));
    }
    return advance(rows.length);
  }

  function settingsChanged(): void {
    const frame = automaticFrame(s);
    if (!automatic || frame.join() === lastFrame) return;
    lastFrame = frame.join();
    answer(frame);
  }

  function escCommand(c: readonly number[]): number {
    const [, second, n = 0] = c;
    if (second === 0x40) reset();
    else if (second === 0x33) spacing = n;
    else if (second === 0x61) centred = n === 1 || n === 49;
    else if (second === 0x45) bold = (n & 1) === 1;
    else if (second === 0x4a) return (line.isEmpty ? 0 : printLine()) + feed(n);
    else if (second === 0x2a && n === 33) line.addImage(Uint8Array.from(c.slice(5)));
    return 0;
  }

  function kanjiCommand(c: readonly number[]): number {
    const [, second, n = 0] = c;
    if (second === 0x26) kanji = true;
    else if (second === 0x2e) kanji = false;
    else if (second === 0x21) kanjiTimes = [n & 0x04 ? 2 : 1, n & 0x08 ? 2 : 1];
    else if (second === 0x57) kanjiTimes = n & 1 ? [2, 2] : [1, 1];
    return 0;
  }

  function group(c: readonly number[]): number {
    const [, second, n = 0] = c;
    if (asksBack(c)) record.asked(s.acknowledges && (second === 0x72 || s.processId));
    if (second === 0x21) {
      times = [(n >> 4) + 1, (n & 7) + 1];
      kanjiTimes = times;
    } else if (second === 0x42) inverse = (n & 1) === 1;
    else if (second === 0x61 && s.automaticStatus) {
      automatic = n !== 0;
      lastFrame = '';
      settingsChanged();
    } else if (second === 0x72 && s.acknowledges) answer([paperAnswer(s)]);
    else if (second === 0x56) return cutPaper(n === 65 || n === 66 ? FEED_TO_CUTTER + (c[3] ?? 0) : 0);
    else if (second === 0x49)
      answer([0x5f, ...Buffer.from(n === 69 ? `CHINA ${s.charset.toUpperCase()}` : 'MINKA-LAB'), 0]);
    else if (second === 0x28 && n === 0x48 && s.processId && s.acknowledges && c.length === 11) {
      answer([0x37, 0x22, ...c.slice(7), 0]);
    } else if (second === 0x28 && n === 0x6b) {
      const symbol = qr.command(c.slice(5));
      return symbol ? printSymbol(symbol) : 0;
    }
    return 0;
  }

  function cutPaper(dots: number): number {
    const moved = feed(dots);
    if (s.jamAtCut) {
      s.cutterJam = true;
      s.jamAtCut = false;
      settingsChanged();
      return moved;
    }
    if (!s.lies) paper.cut();
    if (!s.lies) record.cut();
    counts.cuts += 1;
    return moved;
  }

  function execute(c: readonly number[]): number {
    const [first = 0] = c;
    if (first === 0x1b) return escCommand(c);
    if (first === 0x1c) return kanjiCommand(c);
    if (first === 0x1d) return group(c);
    if (first === 0x0a) return printLine();
    if (c.length > 1) return add(romCharacter(c, s.charset), 24);
    if (first >= 0x20 && first < 0x7f) return add(String.fromCharCode(first), 12);
    return first >= 0x80 ? add('?', 12) : 0;
  }

  return {
    receive: (byte) => {
      if (s.power) receive(byte);
    },
    step() {
      if (!s.power || isStopped(s) || buffer.length === 0) return null;
      const length = commandLength(buffer, kanji, s.charset === 'gb18030');
      if (length === null) return null;
      const command = buffer.slice(0, length);
      buffer = buffer.slice(length);
      if (!s.lies) printed.push(...command);
      return execute(command);
    },
    settingsChanged,
    restart() {
      buffer = [];
      reset();
    },
    get printed() {
      return Uint8Array.from(printed);
    },
    get printedBytes() {
      return printed.length;
    },
    get waiting() {
      return buffer.length;
    },
    forget() {
      printed = [];
    },
    record,
    counts,
  };
}
