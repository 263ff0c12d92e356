import { describe, expect, it } from 'vitest';
import { screenLink } from '../../common/contracts/session/screen-link.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { memoryChannelPair } from '../../common/rpc/memory-channel.ts';
import { type Served, serve } from '../../common/rpc/serve.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { fixtures } from '../fixtures/index.ts';
import { screenLinkStore } from './web-socket-link.ts';

const at = (version: number, name = 'insertCard'): Snapshot => {
  const snapshot = fixtures[name];
  if (snapshot === undefined) throw new Error(name);
  return { ...snapshot, version };
};
const settled = async (): Promise<void> => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

/** A terminal that answers, and can be cut off, on each channel that the screen opens. */
function stage(opened: () => Snapshot | Promise<Snapshot>) {
  const clock = manualClock();
  const ends: { far: Channel; served: Served<typeof screenLink> }[] = [];
  const intents: unknown[] = [];
  const store = screenLinkStore({
    clock,
    userAgent: 'x'.repeat(900),
    open: () => {
      const [near, far] = memoryChannelPair();
      const served = serve(far, screenLink, {
        open: opened,
        intent: (input) => {
          intents.push(input);
          return { accepted: input.version === 9 };
        },
        feeLines: ({ page }) => ({ page, pages: 1, lines: [] }),
        reveal: () => ({ value: null, validMs: 0 }),
        touched: () => ({}),
        rendered: () => ({}),
        speak: () => ({ spoken: false }),
      });
      ends.push({ far, served });
      return near;
    },
  });
  return { clock, ends, intents, store };
}

describe('the link of the screen', () => {
  it('connects, opens and follows snapshots', async () => {
    const { store, ends } = stage(() => at(3));
    expect(store.state().kind).toBe('connecting');
    let calls = 0;
    store.subscribe(() => {
      calls += 1;
    });
    await settled();
    expect(store.state()).toMatchObject({ kind: 'open', snapshot: { version: 3 } });
    ends[0]?.served.emit('snapshot', at(4, 'readingCard'));
    await settled();
    expect(store.state()).toMatchObject({ snapshot: { version: 4, screen: { kind: 'readingCard' } } });
    expect(calls).toBe(2);
  });

  it('keeps the newer one when the first event overtakes the answer to open', async () => {
    let answer: (snapshot: Snapshot) => void = () => undefined;
    const { store, ends } = stage(() => new Promise<Snapshot>((resolve) => (answer = resolve)));
    await settled();
    ends[0]?.served.emit('snapshot', at(8, 'done'));
    await settled();
    answer(at(7, 'working'));
    await settled();
    expect(store.state()).toMatchObject({ snapshot: { version: 8 } });
  });

  it('drops the last snapshot when the link ends, and begins again after a growing wait', async () => {
    const { store, ends, clock } = stage(() => at(5, 'whoYouAre'));
    await settled();
    ends[0]?.far.close();
    await settled();
    expect(store.state()).toEqual({ kind: 'connecting' });
    expect(ends).toHaveLength(1);
    clock.advance(250);
    await settled();
    expect(ends).toHaveLength(2);
    expect(store.state()).toMatchObject({ kind: 'open', snapshot: { version: 5 } });
  });

  it('tries again where open is never answered', async () => {
    const { store, ends, clock } = stage(() => new Promise<Snapshot>(() => undefined));
    await settled();
    clock.advance(3000);
    await settled();
    clock.advance(250);
    await settled();
    expect(ends).toHaveLength(2);
    clock.advance(3000);
    await settled();
    clock.advance(499);
    await settled();
    expect(ends).toHaveLength(2);
    clock.advance(1);
    await settled();
    expect(ends).toHaveLength(3);
    expect(store.state().kind).toBe('connecting');
  });

  it('sends intents with their version and tells whether they were taken', async () => {
    const { store, intents } = stage(() => at(9));
    await settled();
    expect(await store.intent(9, { kind: 'back' })).toBe(true);
    expect(await store.intent(8, { kind: 'back' })).toBe(false);
    expect(intents).toEqual([
      { version: 9, intent: { kind: 'back' } },
      { version: 8, intent: { kind: 'back' } },
    ]);
  });

  it('answers no and nothing while the link is down', async () => {
    const { store, ends } = stage(() => at(9));
    await settled();
    ends[0]?.far.close();
    await settled();
    expect(await store.intent(9, { kind: 'back' })).toBe(false);
    expect(await store.feeLines(0)).toBeNull();
    expect(await store.reveal('name')).toBeNull();
  });

  it('lives on after junk and a snapshot that does not fit', async () => {
    const { store, ends } = stage(() => at(9));
    await settled();
    ends[0]?.far.post('{"t":"event","event":"snapshot","body":{"version":10,"screen":{"kind":"nonsense"}}}');
    ends[0]?.far.post('not json');
    await settled();
    expect(store.state()).toMatchObject({ snapshot: { version: 9 } });
  });
});
