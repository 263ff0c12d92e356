import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personaSchema } from '../emulator/persona.ts';
import { type InsertedCard, insertCard } from '../emulator/vpicc.ts';
import { requireVirtualReader, SLOTS, VPCD_PORT } from '../testing/real-service.ts';
import { pcscAbi } from './abi.ts';
import type { Context, Handle, PcscBinding } from './binding.ts';
import { codes } from './codes.ts';
import { openPcsc } from './koffi.ts';

// What is particular to calling PC/SC through an FFI: memory that must not move or vanish, and misuse that must not
// reach native code.

let binding: PcscBinding;
let card: InsertedCard;
let context: Context;
let handle: Handle;
let protocol: number;

function abiHere() {
  const abi = pcscAbi(process.platform, process.arch);
  if (!abi) throw new Error('no PC/SC layout for this platform');
  return abi;
}

beforeAll(async () => {
  await requireVirtualReader();
  binding = openPcsc(abiHere());
  card = await insertCard(personaSchema.parse({ label: 'echo', behaviour: { application: 'foreign' } }), VPCD_PORT);
  ({ context } = await binding.establish());
  for (let i = 0; i < 100; i++) {
    const connected = await binding.connect(context, SLOTS[0]);
    ({ handle, protocol } = connected);
    if (connected.code === codes.OK) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the card was not seen');
});
afterAll(async () => {
  await binding.disconnect(handle, 'reset');
  await binding.release(context);
  await card.remove();
});

describe('calling PC/SC through koffi', () => {
  test('an APDU reaches the card as it was, although the caller drops it and memory is under pressure', async () => {
    const seen: string[] = [];
    const answer = card.card.answer.bind(card.card);
    card.card.answer = (apdu) => {
      seen.push(Buffer.from(apdu).toString('hex'));
      return answer(apdu);
    };
    const sent: string[] = [];
    const calls: Promise<unknown>[] = [];
    for (let i = 0; i < 200; i++) {
      const apdu = Uint8Array.of(0x00, 0xb2, i & 0xff, 0x04, 0x00);
      sent.push(Buffer.from(apdu).toString('hex'));
      const call = binding.transmit(handle, protocol, apdu);
      // What the caller does with its array afterwards is no concern of the call.
      apdu.fill(0xee);
      calls.push(call);
      if (i % 8 === 7) {
        for (let j = 0; j < 50; j++) new Uint8Array(65_536).fill(0x55);
        await Promise.all(calls.splice(0));
      }
    }
    await Promise.all(calls);
    expect(seen.sort()).toEqual(sent.sort());
    expect(binding.inFlight()).toBe(0);
  });
  test('misuse is an error here, not a fault there', async () => {
    await expect(binding.transmit(handle, protocol, new Uint8Array(0))).rejects.toThrow(TypeError);
    await expect(binding.transmit(handle, protocol, new Uint8Array(70_000))).rejects.toThrow(TypeError);
    await expect(binding.transmit(handle, protocol, 5 as unknown as Uint8Array)).rejects.toThrow(TypeError);
    await expect(binding.connect(context, 5 as unknown as string)).rejects.toThrow(TypeError);
    await expect(binding.connect(context, 'a\0b')).rejects.toThrow(TypeError);
    const { context: own } = await binding.establish();
    expect(await binding.release(own)).toBe(codes.OK);
    expect(await binding.release(own)).toBe(codes.INVALID_HANDLE);
    expect((await binding.listReaders(own)).code).toBe(codes.INVALID_HANDLE);
    expect((await binding.connect(context, 'No such reader')).code).toBe(codes.UNKNOWN_READER);
  });
  test('a layout that is not this platform’s is refused before the first call', () => {
    const abi = abiHere();
    expect(() => openPcsc({ ...abi, readerStateBytes: abi.readerStateBytes - 8 })).toThrow(/layout/);
    expect(() => openPcsc({ ...abi, atrBytes: 36, dword: 'uint32_t', dwordBytes: 4 })).toThrow(/layout/);
  });
  test('the other platforms have a layout, or openly none', () => {
    expect(pcscAbi('win32', 'x64')).toMatchObject({ library: 'winscard.dll', dwordBytes: 4, suffix: 'A' });
    expect(pcscAbi('linux', 'arm64')).toEqual(pcscAbi('linux', 'x64'));
    expect(pcscAbi('darwin', 'arm64')).toBeNull();
  });
});
