import { describe, expect, it } from 'vitest';
import { deskLink } from '../../../common/contracts/desk/desk-link.ts';
import type { DeskSnapshot } from '../../../common/contracts/desk/snapshot.ts';
import type { Channel } from '../../../common/rpc/channel.ts';
import { memoryChannelPair } from '../../../common/rpc/memory-channel.ts';
import { type Served, serve } from '../../../common/rpc/serve.ts';
import { manualClock } from '../../../common/rpc/testing/manual-clock.ts';
import { visitLines } from '../../fixtures/desk/bills.ts';
import { dayAnswer, dayOf } from '../../fixtures/desk/day.ts';
import { deskFixtures } from '../../fixtures/desk/index.ts';
import { deskLinkStore } from './desk-link.ts';

const at = (version: number, name: string): DeskSnapshot => ({ ...(deskFixtures[name] ?? expect.fail(name)), version });
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};

/** A terminal with the desk's face, on each channel that the screen opens. */
function stage() {
  const clock = manualClock();
  const ends: { far: Channel; served: Served<typeof deskLink> }[] = [];
  const day = dayOf(500);
  const store = deskLinkStore({
    clock,
    userAgent: 'x'.repeat(900),
    open: () => {
      const [near, far] = memoryChannelPair();
      const served = serve(far, deskLink, {
        openDesk: () => at(5, 'bill-quoted'),
        intent: ({ version }) => ({ accepted: version === 5 }),
        lines: ({ from, count }) => ({ total: visitLines.length, lines: visitLines.slice(from, from + count) }),
        day: (query) => dayAnswer(day, query),
        reveal: ({ what }) => ({ value: what === 'name' ? '示例' : null, validMs: 5000 }),
        rendered: () => ({}),
      });
      ends.push({ far, served });
      return near;
    },
  });
  return { store, ends, clock };
}

describe('the desk’s link', () => {
  it('opens as a desk and takes newer snapshots', async () => {
    const { store, ends } = stage();
    await settled();
    expect(store.state()).toMatchObject({ kind: 'open', snapshot: { version: 5, screen: { kind: 'bill' } } });
    ends[0]?.served.emit('desk', at(6, 'result-settled'));
    ends[0]?.served.emit('desk', at(4, 'waiting'));
    await settled();
    expect(store.state()).toMatchObject({ snapshot: { version: 6, screen: { kind: 'result' } } });
  });

  it('asks in windows, and says whether an intent was taken', async () => {
    const { store } = stage();
    await settled();
    expect(await store.intent(5, { kind: 'quote' })).toBe(true);
    expect(await store.intent(4, { kind: 'quote' })).toBe(false);
    expect(await store.lines(8, 40)).toMatchObject({ total: 9, lines: [{ number: 9 }] });
    expect(await store.day({ text: '0463', state: null, from: 0, count: 60 })).toMatchObject({ fits: 1, total: 500 });
    expect(await store.reveal('name')).toEqual({ value: '示例', validMs: 5000 });
    expect(await store.reveal('number')).toBeNull();
  });

  it('keeps nothing of the person while nobody answers', async () => {
    const { store, ends } = stage();
    await settled();
    ends[0]?.far.close();
    await settled();
    expect(store.state()).toEqual({ kind: 'connecting' });
    expect(await store.intent(5, { kind: 'quote' })).toBe(false);
    expect(await store.day({ text: '', state: null, from: 0, count: 1 })).toBeNull();
  });
});
