import qrcode from 'qrcode-generator';

type Level = 'L' | 'M' | 'Q' | 'H';
const LEVELS: readonly Level[] = ['L', 'M', 'Q', 'H'];

/** The state that the functions of GS ( k 49 set up, and the symbol that function 81 prints. */
export interface QrPrinter {
  /** `body` begins at cn. Returns the symbol's rows when it shall be printed. */
  command(body: readonly number[]): Uint8Array[] | null;
}

export function createQrPrinter(): QrPrinter {
  let moduleDots = 3;
  let level: Level = 'L';
  let data: readonly number[] = [];
  return {
    command(body) {
      const [family, fn, value = 0] = body;
      if (family !== 0x31) return null;
      if (fn === 0x43) moduleDots = Math.min(Math.max(value, 1), 16);
      if (fn === 0x45) level = LEVELS[value - 0x30] ?? 'L';
      if (fn === 0x50) data = body.slice(3);
      if (fn !== 0x51 || data.length === 0) return null;
      const code = qrcode(0, level);
      code.addData(String.fromCharCode(...data), 'Byte');
      code.make();
      const size = code.getModuleCount() * moduleDots;
      return Array.from({ length: size }, (_, y) =>
        Uint8Array.from({ length: size }, (_unused, x) =>
          code.isDark(Math.floor(y / moduleDots), Math.floor(x / moduleDots)) ? 1 : 0,
        ),
      );
    },
  };
}

/** A symbol as rows of the whole paper, at the left or in the middle; what does not fit is not printed. */
export function acrossPaper(rows: readonly Uint8Array[], widthDots: number, centred: boolean): Uint8Array[] {
  const size = rows[0]?.length ?? 0;
  const x = centred ? Math.floor((widthDots - size) / 2) : 0;
  return rows.map((row) => {
    const full = new Uint8Array(widthDots);
    full.set(row.subarray(0, widthDots - x), x);
    return full;
  });
}
