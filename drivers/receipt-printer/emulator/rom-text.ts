import type { EmulatorSettings } from './settings.ts';

const decoder = new TextDecoder('gb18030');

/** The character that a ROM prints for a double- or four-byte code; "?" where it has none. */
export function romCharacter(code: readonly number[], rom: EmulatorSettings['charset']): string {
  const [lead = 0, trail = 0] = code;
  if (code.length === 2) {
    const inGb2312 = lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1;
    // FE50 and above came with GB 18030: a GBK font has nothing there.
    const inGbk = !(lead === 0xfe && trail >= 0x50);
    if ((rom === 'gb2312' && !inGb2312) || (rom === 'gbk' && !inGbk)) return '?';
  }
  const text = decoder.decode(Uint8Array.from(code));
  return text.includes('\ufffd') || text === '' ? '?' : text;
}
