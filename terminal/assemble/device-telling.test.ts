import { describe, expect, it } from 'vitest';
import type { Caller } from '../billing/port.ts';
import { createDeviceTelling } from './device-telling.ts';

function told(by: Caller | null) {
  const heard: string[] = [];
  const telling = createDeviceTelling({
    room: { enteredBy: () => by, cardSeen: (generation) => void heard.push(`card ${generation}`) },
    send: (event, client) => void heard.push(`${client ?? 'all'}: ${Object.values(event).join(' ')}`),
  });
  return { telling, heard };
}

const client = { kind: 'client', name: 'his' } as const;
const entering = (digits: number) => ({ kind: 'entering', digits }) as const;

describe('a PIN entry', () => {
  it.each([null, { kind: 'desk' }] as const)('that no client began (%o) is told without its counts', (by) => {
    const { telling, heard } = told(by);
    for (const digits of [0, 1, 2, 3]) telling.pad(entering(digits));
    telling.pad({ kind: 'ready' });
    expect(heard).toEqual(['all: pinPad entering 0', 'all: pinPad ready 0']);
  });

  it('is counted for the client who began it, and for nobody else', () => {
    const { telling, heard } = told(client);
    for (const digits of [0, 1, 0]) telling.pad(entering(digits));
    telling.pad({ kind: 'offline' });
    expect(heard).toEqual([
      'all: pinPad entering 0',
      'his: pinPad entering 1',
      'his: pinPad entering 0',
      'all: pinPad offline 0',
    ]);
  });

  it('whose beginning was missed is still counted for its client alone', () => {
    const { telling, heard } = told(client);
    telling.pad(entering(2));
    expect(heard).toEqual(['all: pinPad entering 0', 'his: pinPad entering 2']);
  });
});

describe('the card', () => {
  it('is told of to everybody, and its number to the room alone', () => {
    const { telling, heard } = told(client);
    telling.card({ kind: 'present', reader: 'R', generation: 7, atr: '3B00' });
    telling.card({ kind: 'mute', reader: 'R', generation: 7 });
    expect(heard).toEqual(['all: card present', 'card 7', 'all: card mute', 'card null']);
  });

  it('is out of sight with the device host, and every reference ends', () => {
    const { telling, heard } = told(null);
    telling.hostGone();
    expect(heard).toEqual(['all: card noReader', 'card null']);
  });
});
