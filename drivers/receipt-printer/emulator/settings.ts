/** What the emulated printer is and what ails it. Every value can be changed while it runs. */
export interface EmulatorSettings {
  /** Half-width columns of 12 dots: 48 on 80 mm paper, 32 on 58 mm. */
  columns: number;
  /** The font in its ROM. */
  charset: 'gb2312' | 'gbk' | 'gb18030';
  /** Whether FS & is in force after ESC @ (clones differ). */
  kanjiAtStart: boolean;
  /** Off: bytes and paper take no time. On: `baudRate`, `bufferBytes` and `mmPerSecond` hold, and what overflows is lost. */
  paced: boolean;
  /** Hears the line at `baudRate` alone; at any other it is noise. */
  rateBound: boolean;
  baudRate: number;
  bufferBytes: number;
  mmPerSecond: number;
  /** Knows GS ( H; else it is read and ignored. */
  processId: boolean;
  /** Knows GS a. */
  automaticStatus: boolean;
  /** Knows DLE DC4 8. */
  clearsBuffers: boolean;
  /** Off: prints, answers DLE EOT, but confirms nothing. */
  acknowledges: boolean;
  /** Confirms everything and prints nothing. */
  lies: boolean;
  /** Sends line noise between its answers. */
  junk: boolean;
  /** Off: silent and deaf; what it had in its buffer is gone. */
  power: boolean;
  /** Off: the port vanishes from the computer. */
  cable: boolean;
  paper: 'plenty' | 'nearEnd' | 'out';
  /** Paper goes out after so many millimetres more; null: never. */
  paperLeftMm: number | null;
  coverOpen: boolean;
  /** The cutter is stuck now. */
  cutterJam: boolean;
  /** It will be stuck at the next cut. */
  jamAtCut: boolean;
  /** An error that is none of the above (head temperature). */
  fault: boolean;
}

export const DEFAULT_SETTINGS: EmulatorSettings = {
  columns: 48,
  charset: 'gbk',
  kanjiAtStart: false,
  paced: false,
  baudRate: 115_200,
  bufferBytes: 4096,
  mmPerSecond: 150,
  processId: true,
  automaticStatus: true,
  clearsBuffers: true,
  acknowledges: true,
  lies: false,
  junk: false,
  rateBound: false,
  power: true,
  cable: true,
  paper: 'plenty',
  paperLeftMm: null,
  coverOpen: false,
  cutterJam: false,
  jamAtCut: false,
  fault: false,
};

export const DOTS_PER_MM = 8;
export const DOTS_PER_COLUMN = 12;
