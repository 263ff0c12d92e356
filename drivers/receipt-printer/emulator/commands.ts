/** How long the command at the start of `b` is, in bytes; null while it is not complete. Independent of the encoder. */
export function commandLength(b: readonly number[], kanji: boolean, fourByteRom: boolean): number | null {
  const [first = 0, second, third, fourth, fifth] = b;
  const whole = (n: number): number | null => (b.length >= n ? n : null);
  if (first === 0x1b) {
    if (second === undefined) return null;
    if (second === 0x2a) {
      if (third === undefined || fourth === undefined || fifth === undefined) return null;
      return whole(5 + (fourth + fifth * 256) * (third >= 32 ? 3 : 1));
    }
    if (second === 0x24 || second === 0x5c) return whole(4);
    return whole('3JaEtRM-!dGV{ '.includes(String.fromCharCode(second)) ? 3 : 2);
  }
  if (first === 0x1c) {
    if (second === undefined) return null;
    if (second === 0x53) return whole(4);
    return whole('!WC-'.includes(String.fromCharCode(second)) ? 3 : 2);
  }
  if (first === 0x1d) {
    if (second === undefined) return null;
    if (second === 0x28) {
      if (fourth === undefined || fifth === undefined) return null;
      return whole(5 + fourth + fifth * 256);
    }
    if (second === 0x56) return third === undefined ? null : whole(third === 65 || third === 66 ? 4 : 3);
    if (second === 0x4c || second === 0x57) return whole(4);
    return whole(3);
  }
  if (kanji && first >= 0x81 && first <= 0xfe) {
    if (second === undefined) return null;
    if (fourByteRom && second >= 0x30 && second <= 0x39) return whole(4);
    return second >= 0x40 && second !== 0x7f ? 2 : 1;
  }
  return 1;
}

/** GS r or GS ( H: the computer wants to hear that all before it is done. */
export function asksBack([first, second, third]: readonly number[]): boolean {
  return first === 0x1d && (second === 0x72 || (second === 0x28 && third === 0x48));
}
