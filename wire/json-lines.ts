import type { Readable } from 'node:stream';

/** A line longer than this is no message of ours; it is passed over. */
const MAX_LINE = 65_536;

/**
 * Calls `onLine` with the parsed JSON of each line of a stream, null where it is not JSON or too long. The text is
 * foreign until its reader has checked it against a schema.
 */
export function readJsonLines(stream: Readable, onLine: (value: unknown) => void): void {
  let text = '';
  let skipping = false;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (skipping) skipping = false;
      else if (line.trim() !== '') onLine(parse(line));
    }
    if (text.length > MAX_LINE) {
      if (!skipping) onLine(null);
      skipping = true;
      text = '';
    }
  });
  stream.on('error', () => undefined);
}

function parse(line: string): unknown {
  try {
    return line.length > MAX_LINE ? null : JSON.parse(line);
  } catch {
    return null;
  }
}
