/** How PC/SC looks in memory on one platform: the C types differ although the API is one standard. */
export interface PcscAbi {
  readonly library: string;
  /** koffi names of LONG, DWORD and of the context and card handles. */
  readonly long: string;
  readonly dword: string;
  readonly handle: string;
  readonly dwordBytes: 4 | 8;
  readonly handleBytes: 4 | 8;
  /** Windows names end in A for the 8-bit text form. */
  readonly suffix: '' | 'A';
  readonly packed: boolean;
  /** rgbAtr of SCARD_READERSTATE. */
  readonly atrBytes: 33 | 36;
  /** sizeof(SCARD_READERSTATE): asserted at start, because a wrong layout is a memory fault. */
  readonly readerStateBytes: number;
}

const linux: PcscAbi = {
  library: 'libpcsclite.so.1',
  long: 'long',
  dword: 'unsigned long',
  handle: 'long',
  dwordBytes: 8,
  handleBytes: 8,
  suffix: '',
  packed: false,
  atrBytes: 33,
  readerStateBytes: 80,
};

const windows: PcscAbi = {
  library: 'winscard.dll',
  long: 'int32_t',
  dword: 'uint32_t',
  handle: 'uintptr_t',
  dwordBytes: 4,
  handleBytes: 8,
  suffix: 'A',
  packed: false,
  atrBytes: 36,
  readerStateBytes: 64,
};

/**
 * The layout for this process, or null where none is known. Linux x64 is the one that is run by the test suite;
 * arm64 and loong64 share its LP64 layout; the Windows row is by the headers and waits for its first run.
 */
export function pcscAbi(platform: string, arch: string): PcscAbi | null {
  const is64 = arch === 'x64' || arch === 'arm64' || arch === 'loong64';
  if (platform === 'linux' && is64) return linux;
  if (platform === 'win32' && is64) return windows;
  return null;
}
