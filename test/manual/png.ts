import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { Indexed, Pixels } from './pixels.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG (ISO/IEC 15948, 5.3): length, type, data, CRC of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * A PNG with a palette, a byte a pixel. pngjs reads such files and does not write them; in full colour the same picture
 * is three times as large.
 */
export function encodePng({ width, height, palette, indices }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, colours by palette; deflate, no filter worth its name for indices, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => [
    Buffer.alloc(1),
    indices.subarray(y * width, (y + 1) * width),
  ]);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** The pixels of a PNG of any kind. Throws on what is none. */
export function decodePng(png: Buffer): Pixels {
  return PNG.sync.read(png);
}
