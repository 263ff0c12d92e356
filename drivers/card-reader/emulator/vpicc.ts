import { connect, type Socket } from 'node:net';
import { fromHex } from '../codec/bytes.ts';
import type { Persona } from './persona.ts';
import { VirtualCard } from './virtual-card.ts';

const POWER_OFF = 0;
const POWER_ON = 1;
const RESET = 2;
const GET_ATR = 4;

/** A card that stands in the virtual reader: what a test may do to it and ask of it. */
export interface InsertedCard {
  readonly card: VirtualCard;
  /** APDUs answered so far. */
  apdus(): number;
  /** Takes the card out. Resolves when the connection is gone. */
  remove(): Promise<void>;
  /** Whether it is still in (a torn or refused card is not). */
  isIn(): boolean;
  /** Resolves when it left, by hand or by itself. */
  readonly gone: Promise<void>;
}

/**
 * Puts a persona into the virtual reader: a TCP client of vpcd (two bytes length, then one control byte or an
 * APDU). `port` is the slot: 35963 the first, 35964 the second; `card`: one that was in before and remembers it.
 * Rejects where no virtual reader listens.
 */
export async function insertCard(
  persona: Persona,
  port: number,
  card = new VirtualCard(persona),
): Promise<InsertedCard> {
  const { mute, tear, apduMs } = persona.behaviour;
  let apdus = 0;
  let powered = false;
  let pending = new Uint8Array();
  const socket = await open(port);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending = Uint8Array.from([...pending, ...chunk]);
    for (;;) {
      const length = ((pending[0] ?? 0) << 8) | (pending[1] ?? 0);
      if (pending.length < 2 || pending.length < 2 + length) return;
      const message = pending.slice(2, 2 + length);
      pending = pending.slice(2 + length);
      handle(message);
    }
  });

  function handle(message: Uint8Array): void {
    if (message.length !== 1) {
      if (apduMs > 0) setTimeout(() => answer(message), apduMs);
      else answer(message);
      return;
    }
    switch (message[0]) {
      case POWER_OFF:
      case POWER_ON:
      case RESET:
        card.reset();
        powered = message[0] !== POWER_OFF;
        return;
      case GET_ATR:
        // vpcd asks for the ATR also to see whether a card is there; only the question after power-on is the reset.
        send(mute === 'noAtr' && powered ? new Uint8Array() : fromHex(persona.atr));
        powered = false;
        return;
      default:
        return;
    }
  }

  function answer(apdu: Uint8Array): void {
    const index = apdus++;
    if (typeof mute === 'object' && index >= mute.fromApdu) return;
    const torn =
      tear !== null && index >= tear.afterApdus && (tear.at === null || apdu[1] === Number.parseInt(tear.at, 16));
    const reply = torn && !tear.executed ? new Uint8Array() : card.answer(apdu);
    if (torn) {
      if (tear.afterBytes > 0) socket.write(frame(reply).subarray(0, tear.afterBytes));
      socket.destroySoon();
      return;
    }
    send(reply);
  }

  function send(payload: Uint8Array): void {
    if (!socket.destroyed) socket.write(frame(payload));
  }

  return {
    card,
    apdus: () => apdus,
    gone: closed,
    isIn: () => !socket.destroyed && socket.writable,
    remove() {
      socket.destroy();
      return closed;
    },
  };
}

function frame(payload: Uint8Array): Uint8Array {
  return Uint8Array.of(payload.length >> 8, payload.length & 0xff, ...payload);
}

function open(port: number): Promise<Socket> {
  const host = '127.0.0.1';
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host, noDelay: true });
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () =>
      reject(new Error(`no virtual card reader listens on ${host}:${port}; is the PC/SC service with vpcd running?`)),
    );
  });
}
