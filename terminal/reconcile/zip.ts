import { crc32 } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { err, ok, type Result } from '../../common/kernel/result.ts';

/** A text that inflates to more is not read: no day of any hospital is that long. */
const MOST_BYTES = 64 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** One text as a zip; `mtime` is fixed, so that the same text makes the same bytes. */
export function zipText(name: string, text: string): Uint8Array {
  return zipSync({ [name]: new TextEncoder().encode(text) }, { mtime: '2020-01-01T00:00:00' });
}

export type ZipFault = 'notOneFile' | 'tooLarge' | 'damaged';

/** The bytes of the one file of a zip, proven by the checksum that its directory holds. */
export function unzipOne(zip: Uint8Array): Result<Uint8Array, ZipFault> {
  const checksum = checksumOf(zip);
  if (checksum === null) return err('notOneFile');
  let tooLarge = false;
  try {
    const files = unzipSync(zip, {
      filter: ({ originalSize }) => {
        tooLarge = originalSize > MOST_BYTES;
        return !tooLarge;
      },
    });
    if (tooLarge) return err('tooLarge');
    const [content] = Object.values(files);
    if (content === undefined) return err('notOneFile');
    return crc32(content) === checksum ? ok(content) : err('damaged');
  } catch {
    return err('damaged');
  }
}

/** CRC-32 of the only entry of the directory (APPNOTE 4.3.12); the library inflates, but does not compare it. */
function checksumOf(zip: Uint8Array): number | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65_535); at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const [entries, directory] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (entries !== 1 || directory + 46 > zip.length) return null;
    return view.getUint32(directory, true) === DIRECTORY_ENTRY ? view.getUint32(directory + 16, true) : null;
  }
  return null;
}
