import { crc32 } from 'node:zlib';
import { Deflate, Inflate } from 'fflate';
import { err, ok, type Result } from '../../common/kernel/result.ts';

/** A text that inflates to more is not read: no day of any hospital is that long. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Taken in or given out between two breaths: a person may come to the terminal while a long day is packed. */
const CHUNK_BYTES = 32 * 1024;
const [LOCAL_ENTRY, DIRECTORY_ENTRY, END_OF_DIRECTORY] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_BYTES, DIRECTORY_BYTES, END_BYTES] = [30, 46, 22];
const [STORED, DEFLATED] = [0, 8];
/** 2020-01-01 00:00 as DOS writes it, so that the same text makes the same bytes. */
const DOS_TIME = 0x5021_0000;

/** Lets others run. */
export type Breathe = () => Promise<void>;

/** One text as a zip with one entry (APPNOTE 4.3), a piece at a time. */
export async function zipText(name: string, text: string, breathe: Breathe): Promise<Uint8Array> {
  const [title, content] = [new TextEncoder().encode(name), new TextEncoder().encode(text)];
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6 }, (piece) => packed.push(piece));
  let checksum = 0;
  for (let at = 0; at === 0 || at < content.length; at += CHUNK_BYTES) {
    const piece = content.subarray(at, at + CHUNK_BYTES);
    checksum = crc32(piece, checksum);
    deflate.push(piece, at + CHUNK_BYTES >= content.length);
    await breathe();
  }
  const size = packed.reduce((sum, { length }) => sum + length, 0);
  const facts = { checksum, size, whole: content.length, name: title.length };
  const local = Buffer.concat([header(LOCAL_ENTRY, LOCAL_BYTES, facts), title]);
  const directory = Buffer.concat([header(DIRECTORY_ENTRY, DIRECTORY_BYTES, facts), title]);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + size, 16);
  return new Uint8Array(Buffer.concat([local, ...packed, directory, end]));
}

/** A local header, or the directory's, which has the same fields one "made by" version further on. */
function header(
  mark: number,
  bytes: number,
  { checksum, size, whole, name }: { checksum: number; size: number; whole: number; name: number },
): Buffer {
  const made = Buffer.alloc(bytes);
  made.writeUInt32LE(mark, 0);
  let at = 4;
  if (mark === DIRECTORY_ENTRY) at = made.writeUInt16LE(20, at);
  at = made.writeUInt16LE(20, at);
  // The name is UTF-8.
  at = made.writeUInt16LE(0x0800, at);
  at = made.writeUInt16LE(DEFLATED, at);
  for (const field of [DOS_TIME, checksum, size, whole]) at = made.writeUInt32LE(field, at);
  made.writeUInt16LE(name, at);
  return made;
}

export type ZipFault = 'notOneFile' | 'tooLarge' | 'damaged';

/** The bytes of the one file of a zip, proven by the checksum that its directory holds; a piece at a time. */
export async function unzipOne(zip: Uint8Array, breathe: Breathe): Promise<Result<Uint8Array, ZipFault>> {
  const entry = entryOf(zip);
  if (entry === null) return err('notOneFile');
  if (entry.whole > MOST_BYTES) return err('tooLarge');
  const packed = packedOf(zip, entry);
  if (packed === null) return err('damaged');
  const content = entry.method === STORED ? packed : await inflated(packed, entry.whole, breathe);
  const sound = content !== null && content.length === entry.whole && crc32(content) === entry.checksum;
  return sound ? ok(content) : err('damaged');
}

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly whole: number;
  readonly offset: number;
}

/** The only entry of the directory (APPNOTE 4.3.12), or null. */
function entryOf(zip: Uint8Array): Entry | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - 65_535); at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const [entries, directory] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (entries !== 1 || directory + DIRECTORY_BYTES > zip.length) return null;
    if (view.getUint32(directory, true) !== DIRECTORY_ENTRY) return null;
    const method = view.getUint16(directory + 10, true);
    const [checksum, size] = [view.getUint32(directory + 16, true), view.getUint32(directory + 20, true)];
    const [whole, offset] = [view.getUint32(directory + 24, true), view.getUint32(directory + 42, true)];
    return { method, checksum, size, whole, offset };
  }
  return null;
}

function packedOf(zip: Uint8Array, { method, size, offset }: Entry): Uint8Array | null {
  if ((method !== STORED && method !== DEFLATED) || offset + LOCAL_BYTES > zip.length) return null;
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (view.getUint32(offset, true) !== LOCAL_ENTRY) return null;
  const begin = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return begin + size > zip.length ? null : zip.subarray(begin, begin + size);
}

/** Null where it is no deflate stream of `whole` bytes. */
async function inflated(packed: Uint8Array, whole: number, breathe: Breathe): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += CHUNK_BYTES) {
      inflate.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
      if (length > whole) return null;
      await breathe();
    }
  } catch {
    return null;
  }
  return new Uint8Array(Buffer.concat(pieces));
}
