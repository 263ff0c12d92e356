import { MAX_FRAME } from '../common/rpc/channel.ts';

/** A frame on a byte stream: its length in bytes (4, big-endian), then that many bytes of UTF-8. */
export const HEADER_BYTES = 4;

/** No text of `MAX_FRAME` UTF-16 units takes more bytes than this. */
export const MAX_FRAME_BYTES = MAX_FRAME * 3;

/** A header that announces more than this was no header: where the next frame begins can no longer be known. */
export const MAX_SKIPPED_BYTES = 16 * 1024 * 1024;

/** The bytes of one frame. */
export function encodeStreamFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + length);
  frame.writeUInt32BE(length);
  frame.write(text, HEADER_BYTES);
  return frame;
}

export interface FrameSink {
  readonly onText: (text: string) => void;
  /** A frame that is too large or not UTF-8 was passed over. */
  readonly onDropped: () => void;
}

/**
 * Cuts a byte stream into frames, wherever it was split. A frame that is too large is skipped as it comes, without
 * being kept; the stream goes on after it. Answers false once the stream is beyond use: then end the connection.
 */
export function createFrameReader(sink: FrameSink): (chunk: Buffer) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const header = Buffer.alloc(HEADER_BYTES);
  let headerFilled = 0;
  let body: Buffer[] = [];
  let missing = 0;
  let skipping = false;
  let broken = false;

  const finish = (): void => {
    headerFilled = 0;
    const bytes = body.length === 1 ? body[0] : Buffer.concat(body);
    body = [];
    if (skipping) {
      skipping = false;
      sink.onDropped();
      return;
    }
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      sink.onDropped();
      return;
    }
    sink.onText(text);
  };

  return (chunk) => {
    let at = 0;
    while (at < chunk.length && !broken) {
      if (headerFilled < HEADER_BYTES) {
        const taken = chunk.copy(header, headerFilled, at, at + HEADER_BYTES - headerFilled);
        headerFilled += taken;
        at += taken;
        if (headerFilled < HEADER_BYTES) break;
        missing = header.readUInt32BE();
        broken = missing > MAX_SKIPPED_BYTES;
        skipping = missing > MAX_FRAME_BYTES;
        if (missing === 0) finish();
      } else {
        const part = chunk.subarray(at, at + missing);
        at += part.length;
        missing -= part.length;
        if (!skipping) body.push(part);
        if (missing === 0) finish();
      }
    }
    return !broken;
  };
}
