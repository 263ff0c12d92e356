import type { Persona } from './persona.ts';

/** Turns a right answer into the nonsense that the persona asks for. Deterministic: the same command, the same noise. */
export function disturb(kind: Persona['behaviour']['garbage'], apdu: Uint8Array, reply: Uint8Array): Uint8Array {
  const isRecord = apdu[1] === 0xb2 && reply.length > 4;
  switch (kind) {
    case 'no':
      return reply;
    case 'noise': {
      let state = apdu.reduce((sum, b) => (sum * 31 + b) >>> 0, 7);
      const out = new Uint8Array(20).map(() => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      });
      out.set([0x90, 0x00], out.length - 2);
      return out;
    }
    case 'wrongTag':
      return isRecord ? Uint8Array.of((reply[0] ?? 0) ^ 0x40, ...reply.subarray(1)) : reply;
    case 'badLength':
      return isRecord ? Uint8Array.of(reply[0] ?? 0, 0x7f, ...reply.subarray(2)) : reply;
    case 'absurdStatus':
      return Uint8Array.of(0x12, 0x34);
    case 'oneByte':
      return Uint8Array.of(0x90);
  }
}
