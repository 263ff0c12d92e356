import { describe, expect, it } from 'vitest';
import { createEscPosSim, type EscPosSim } from './escpos-sim.ts';
import { createPaper, type Paper } from './paper.ts';
import { DEFAULT_SETTINGS, type EmulatorSettings } from './settings.ts';

function printer(patch: Partial<EmulatorSettings> = {}): {
  sim: EscPosSim;
  paper: Paper;
  answers: number[];
  settings: EmulatorSettings;
  feed(...bytes: number[]): void;
} {
  const settings = { ...DEFAULT_SETTINGS, ...patch };
  const paper = createPaper(576);
  const answers: number[] = [];
  const sim = createEscPosSim(settings, paper, (bytes) => answers.push(...bytes));
  const feed = (...bytes: number[]): void => {
    for (const byte of bytes) sim.receive(byte);
    while (sim.step() !== null);
  };
  return { sim, paper, answers, settings, feed };
}
const black = (paper: Paper): number => paper.rows.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);

describe('the emulated printer', () => {
  it('obeys DLE EOT inside image data, as strict printers do', () => {
    const { answers, feed, paper } = printer();
    feed(0x1b, 0x2a, 33, 2, 0, 0xff, 0x10, 0x04, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0a);
    expect(answers).toEqual([0x16]);
    expect(black(paper)).toBe(6 * 8);
  });

  it('answers a process id only when the paper before it is printed, and not while it is out of paper', () => {
    const { answers, feed, settings, sim } = printer({ paper: 'out' });
    feed(0x41, 0x0a, 0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x41, 0x42, 0x43, 0x44);
    expect(answers).toEqual([]);
    settings.paper = 'plenty';
    while (sim.step() !== null);
    expect(answers).toEqual([0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0]);
  });

  it('prints "?" and digits for a four-byte code that its ROM lacks', () => {
    const code = [0x1c, 0x26, 0x82, 0x30, 0xb7, 0x31, 0x0a];
    const [gbk, big] = [printer({ charset: 'gbk' }), printer({ charset: 'gb18030' })];
    gbk.feed(...code);
    big.feed(...code);
    expect(Buffer.from(gbk.paper.png()).equals(big.paper.png())).toBe(false);
  });

  it('prints no hanzi before FS & where it powers on without', () => {
    const [off, on] = [printer(), printer({ kanjiAtStart: true })];
    off.feed(0xc9, 0xe7, 0x0a);
    on.feed(0xc9, 0xe7, 0x0a);
    expect(Buffer.from(off.paper.png()).equals(on.paper.png())).toBe(false);
  });

  it('doubles hanzi by GS ! and by FS W alike, and does not multiply them', () => {
    const sizes = [
      [0x1d, 0x21, 0x11],
      [0x1c, 0x57, 1],
      [0x1d, 0x21, 0x11, 0x1c, 0x21, 0x0c, 0x1c, 0x57, 1],
    ].map((size) => {
      const { feed, paper } = printer({ kanjiAtStart: true });
      feed(...size, 0xc9, 0xe7, 0x0a);
      return black(paper);
    });
    expect(new Set(sizes).size).toBe(1);
  });

  it('gives its font away to GS I 69', () => {
    const { feed, answers } = printer({ charset: 'gb2312' });
    feed(0x1d, 0x49, 69);
    expect(String.fromCharCode(...answers)).toBe('_CHINA GB2312\0');
  });

  it('wraps a line that is too long, inverts, and loses what its buffer cannot hold', () => {
    const { feed, paper, sim } = printer({ paced: true, bufferBytes: 64 });
    feed(0x1d, 0x42, 1, ...Array.from({ length: 49 }, () => 0x20), 0x0a);
    expect([paper.rows.length, black(paper)]).toEqual([34 * 2, 49 * 12 * 24]);
    for (let i = 0; i < 100; i++) sim.receive(0x41);
    expect(sim.counts.lost).toBe(36);
  });
});
