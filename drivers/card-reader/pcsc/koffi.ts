import koffi from 'koffi';
import type { PcscAbi } from './abi.ts';
import type { Code, Context, Handle, PcscBinding, ReaderState } from './binding.ts';

// The one file that may import koffi. Its three traps, and where they are closed:
// 1. koffi pins no buffer of an asynchronous call → `Memory` below; every call holds its buffers in `inflight`
//    until the C function has returned, also long after our own time-out.
// 2. koffi takes a JS number for an address → pointer arguments are only ever `Memory`.
// 3. A call that never returns blocks even process.exit → `inFlight()` and the host's exit guard.

const SCOPE_SYSTEM = 2;
const SHARE_EXCLUSIVE = 1;
const SHARE_DIRECT = 3;
const LEAVE_CARD = 0;
const PROTOCOL_T0_OR_T1 = 3;
const RESET_CARD = 1;
/** PC/SC part 10, GET_FEATURE_REQUEST 3400; as a control code it is written differently by Windows. */
const getFeatures = (abi: PcscAbi): number => (abi.suffix === 'A' ? 0x310000 | (3400 << 2) : 0x42000000 + 3400);
/** The longest reply of an extended APDU plus its status word. */
const MOST_REPLY = 65_538;
const MOST_APDU = 65_544;
const MOST_READER_NAMES = 16_384;

/** Memory outside the V8 heap (a plain ArrayBuffer never moves), as the only thing that is passed as a pointer. */
class Memory {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  constructor(length: number) {
    const buffer = new ArrayBuffer(length);
    this.bytes = new Uint8Array(buffer);
    this.view = new DataView(buffer);
  }
  static of(content: Uint8Array): Memory {
    const memory = new Memory(content.length);
    memory.bytes.set(content);
    return memory;
  }
  static text(text: string): Memory {
    if (typeof text !== 'string' || text.includes('\0')) throw new TypeError('a reader name must be text without NUL');
    return Memory.of(new TextEncoder().encode(`${text}\0`));
  }
  word(at: number, size: 4 | 8): bigint {
    return size === 8 ? this.view.getBigUint64(at, true) : BigInt(this.view.getUint32(at, true));
  }
  setWord(at: number, size: 4 | 8, value: number | bigint): void {
    if (size === 8) this.view.setBigUint64(at, BigInt(value), true);
    else this.view.setUint32(at, Number(value), true);
  }
  wipe(): void {
    this.bytes.fill(0);
  }
}

type Argument = Memory | bigint | number | null;
type Native = { async: (...args: readonly unknown[]) => void };

/** The layout of SCARD_READERSTATE as koffi computes it from the C types of this platform. */
function readerStateLayout(abi: PcscAbi): {
  size: number;
  current: number;
  event: number;
  atrLength: number;
  atr: number;
} {
  const members = {
    reader: 'void *',
    user: 'void *',
    current: abi.dword,
    event: abi.dword,
    atrLength: abi.dword,
    atr: koffi.array('uint8_t', abi.atrBytes),
  };
  const type = abi.packed ? koffi.pack(members) : koffi.struct(members);
  const size = koffi.sizeof(type);
  if (size !== abi.readerStateBytes || koffi.sizeof(abi.dword) !== abi.dwordBytes) {
    throw new Error(`PC/SC layout: SCARD_READERSTATE has ${size} bytes here, expected ${abi.readerStateBytes}`);
  }
  const at = (member: string): number => koffi.offsetof(type, member);
  return { size, current: at('current'), event: at('event'), atrLength: at('atrLength'), atr: at('atr') };
}

/**
 * Loads the platform's PC/SC library. Throws where it is missing or its layout is not the expected one: then this
 * machine has no card reader at all, which is for the host to report.
 */
export function openPcsc(abi: PcscAbi): PcscBinding {
  const layout = readerStateLayout(abi);
  const library = koffi.load(abi.library);
  const { handle, dword, dwordBytes, handleBytes } = abi;
  const bind = (name: string, ...args: string[]): Native => library.func(name, abi.long, args) as Native;
  const native = {
    establish: bind('SCardEstablishContext', dword, 'void *', 'void *', 'void *'),
    release: bind('SCardReleaseContext', handle),
    cancel: bind('SCardCancel', handle),
    listReaders: bind(`SCardListReaders${abi.suffix}`, handle, 'void *', 'void *', 'void *'),
    statusChange: bind(`SCardGetStatusChange${abi.suffix}`, handle, dword, 'void *', dword),
    connect: bind(`SCardConnect${abi.suffix}`, handle, 'void *', dword, dword, 'void *', 'void *'),
    disconnect: bind('SCardDisconnect', handle, dword),
    control: bind('SCardControl', handle, dword, 'void *', dword, 'void *', dword, 'void *'),
    transmit: bind('SCardTransmit', handle, 'void *', 'void *', dword, 'void *', 'void *', 'void *'),
  };

  const inflight = new Set<readonly Argument[]>();
  const call = (fn: Native, args: readonly Argument[], also: readonly Memory[] = []): Promise<Code> =>
    new Promise((resolve, reject) => {
      const pinned = [...args, ...also];
      inflight.add(pinned);
      const raw = args.map((a) => (a instanceof Memory ? a.bytes : a));
      fn.async(...raw, (error: unknown, result: number | bigint) => {
        inflight.delete(pinned);
        if (error) reject(error instanceof Error ? error : new Error('koffi'));
        else resolve(Number(BigInt.asUintN(32, BigInt(result))));
      });
    });

  async function establish(): Promise<{ code: Code; context: Context }> {
    const out = new Memory(8);
    const code = await call(native.establish, [SCOPE_SYSTEM, null, null, out]);
    return { code, context: out.word(0, handleBytes) as Context };
  }

  return {
    establish,
    release: (context) => call(native.release, [context]),
    cancel: (context) => call(native.cancel, [context]),
    async listReaders(context) {
      const names = new Memory(MOST_READER_NAMES);
      const length = new Memory(8);
      length.setWord(0, dwordBytes, names.bytes.length);
      const code = await call(native.listReaders, [context, null, names, length]);
      const text =
        code === 0 ? new TextDecoder().decode(names.bytes.subarray(0, Number(length.word(0, dwordBytes)))) : '';
      return { code, readers: text.split('\0').filter((name) => name !== '') };
    },
    async statusChange(context, timeoutMs, states) {
      const table = new Memory(layout.size * states.length);
      const names = states.map((s) => Memory.text(s.reader));
      states.forEach((state, i) => {
        const name = names[i];
        if (!name) return;
        table.setWord(i * layout.size, 8, koffi.address(name.bytes));
        table.setWord(i * layout.size + layout.current, dwordBytes, state.current);
      });
      const code = await call(native.statusChange, [context, timeoutMs, table, states.length], names);
      return { code, states: states.map((s, i) => readerState(table, i, s)) };
    },
    async connect(context, reader) {
      const name = Memory.text(reader);
      const out = new Memory(8);
      const protocol = new Memory(8);
      const args = [context, name, SHARE_EXCLUSIVE, PROTOCOL_T0_OR_T1, out, protocol];
      const code = await call(native.connect, args);
      return { code, handle: out.word(0, handleBytes) as Handle, protocol: Number(protocol.word(0, dwordBytes)) };
    },
    disconnect: (card, parting) => call(native.disconnect, [card, parting === 'reset' ? RESET_CARD : LEAVE_CARD]),
    async transmit(card, protocol, apdu) {
      if (!(apdu instanceof Uint8Array) || apdu.length < 4 || apdu.length > MOST_APDU) {
        throw new TypeError('an APDU has 4 to 65544 bytes');
      }
      const send = Memory.of(apdu);
      const receive = new Memory(MOST_REPLY);
      const length = new Memory(8);
      length.setWord(0, dwordBytes, MOST_REPLY);
      // SCARD_IO_REQUEST { protocol, length of this structure }.
      const request = new Memory(2 * dwordBytes);
      request.setWord(0, dwordBytes, protocol);
      request.setWord(dwordBytes, dwordBytes, 2 * dwordBytes);
      try {
        const code = await call(native.transmit, [card, request, send, apdu.length, null, receive, length]);
        const received = code === 0 ? Math.min(Number(length.word(0, dwordBytes)), MOST_REPLY) : 0;
        return { code, reply: receive.bytes.slice(0, received) };
      } finally {
        // Only now has the C function let go of them; they held a PIN or a person's data.
        send.wipe();
        receive.wipe();
      }
    },
    async touch(reader) {
      const { code, context } = await establish();
      if (code !== 0) return code;
      const name = Memory.text(reader);
      const out = new Memory(8);
      const protocol = new Memory(8);
      const answer = new Memory(256);
      const length = new Memory(8);
      const connected = await call(native.connect, [context, name, SHARE_DIRECT, 0, out, protocol]);
      if (connected === 0) {
        const card = out.word(0, handleBytes);
        await call(native.control, [card, getFeatures(abi), null, 0, answer, answer.bytes.length, length]);
        await call(native.disconnect, [card, LEAVE_CARD]);
      }
      await call(native.release, [context]);
      return connected;
    },
    inFlight: () => inflight.size,
  };

  function readerState(table: Memory, index: number, asked: { reader: string; current: number }): ReaderState {
    const at = index * layout.size;
    const atrLength = Math.min(Number(table.word(at + layout.atrLength, dwordBytes)), abi.atrBytes);
    return {
      reader: asked.reader,
      current: asked.current,
      event: Number(table.word(at + layout.event, dwordBytes) & 0xffff_ffffn),
      atr: table.bytes.slice(at + layout.atr, at + layout.atr + atrLength),
    };
  }
}
