import { describe, expect, it } from 'vitest';
import { MAX_FRAME } from '../common/rpc/channel.ts';
import { closeCode, nextText, screenServerBench } from './testing/screen-server-bench.ts';

const bench = screenServerBench();
const { cookie, dial, screen } = bench;

describe("the screen's WebSocket", () => {
  it('passes frames to the terminal and back', async () => {
    const socket = await screen();
    socket.send('民卡');
    expect(await nextText(socket)).toBe('echo 民卡');
    socket.close();
  });

  it('is refused without cookie, with another origin, host or path', async () => {
    const good = await cookie();
    const { origin } = bench.server;
    expect(await dial({ origin })).toBe(403);
    expect(await dial({ cookie: good })).toBe(403);
    expect(await dial({ cookie: good, origin: 'null' })).toBe(403);
    expect(await dial({ cookie: good, origin: 'http://localhost' })).toBe(403);
    expect(await dial({ cookie: good, origin, host: 'localhost' })).toBe(421);
    expect(await dial({ cookie: good, origin }, '/other')).toBe(404);
    expect(bench.terminal).toBeNull();
  });

  it('drops a frame that is too large, and ends at one that is far too large; the server lives', async () => {
    const socket = await screen();
    socket.send('x'.repeat(MAX_FRAME + 1));
    socket.send('after');
    expect(await nextText(socket)).toBe('echo after');
    const closed = closeCode(socket);
    socket.send('x'.repeat(MAX_FRAME * 3 + 1));
    expect(await closed).toBe(1009);
    (await screen()).close();
  });

  it('passes no binary frame', async () => {
    const socket = await screen();
    socket.send(Buffer.from('binary'));
    socket.send('text');
    expect(await nextText(socket)).toBe('echo text');
    socket.close();
  });

  it('ends when the terminal goes, and where there is none', async () => {
    const socket = await screen();
    const closed = closeCode(socket);
    socket.send('x');
    await nextText(socket);
    bench.terminal?.close();
    await closed;
    bench.terminalGone();
    await closeCode(await screen());
    expect(bench.logged.join()).toContain('screen-without-terminal');
  });
});
