import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { messagePortChannel } from '../../common/rpc/message-port-channel.ts';
import { acceptTagged, parseTagged, type TextPipe, taggedDialer } from '../../common/rpc/tagged-links.ts';
import { type ChannelPair, channelContract } from '../../wire/channel.suite.ts';
import { CHANNEL } from '../channel.ts';
import { homeOf } from '../locks/origin.ts';
import { StandInMessageChannel } from '../testing/ports.ts';
import { StandInContents } from '../testing/stand-in.ts';
import { createScreenPipe } from './screen-pipe.ts';

const ports = (swap: boolean): Promise<ChannelPair> => {
  const { port1, port2 } = new StandInMessageChannel();
  const [a, b] = [messagePortChannel(port1), messagePortChannel(port2)];
  const end = async (): Promise<void> => {
    a.close();
    b.close();
  };
  return Promise.resolve(swap ? { a: b, b: a, end } : { a, b, end });
};

/** Electron's IPC: two one-way streams of cloned values, delivered later and in order, without an end. */
function ipc(): { readonly page: TextPipe; readonly main: TextPipe } {
  const ipcMain = new EventEmitter();
  const contents = new StandInContents();
  const pipe = createScreenPipe(ipcMain, homeOf('kiosk'), () => undefined);
  pipe.attach(contents);
  const page: TextPipe = {
    post(text) {
      const event = { sender: contents, senderFrame: contents.mainFrame };
      const cloned: unknown = structuredClone(text);
      setImmediate(() => ipcMain.emit(CHANNEL, event, cloned));
    },
    onText(listener) {
      contents.on('sent', (_channel, text) => setImmediate(() => listener(structuredClone(text))));
    },
  };
  return { page, main: pipe };
}

async function links(swap: boolean): Promise<ChannelPair> {
  const { page, main } = ipc();
  const accepted = Promise.withResolvers<ChannelPair['a']>();
  acceptTagged(main, accepted.resolve);
  const near = taggedDialer(page, 4_000_000)();
  const far = await accepted.promise;
  const end = async (): Promise<void> => near.close();
  return swap ? { a: far, b: near, end } : { a: near, b: far, end };
}

channelContract('message port, first end posts', () => ports(false));
channelContract('message port, second end posts', () => ports(true));
channelContract('IPC of page and main, page posts', () => links(false));
channelContract('IPC of page and main, main posts', () => links(true));

describe('a message port', () => {
  it('counts what is no text and passes it over', async () => {
    const { port1, port2 } = new StandInMessageChannel();
    const channel = messagePortChannel(port2);
    const got: string[] = [];
    channel.onText((text) => got.push(text));
    for (const junk of [1, null, undefined, { t: 'call' }, ['x'], new Uint8Array(3), new Map()])
      port1.postMessage(junk);
    port1.postMessage('text');
    await expect.poll(() => got).toEqual(['text']);
    expect(channel.dropped()).toBe(7);
    channel.close();
  });
});

describe('successive links on one pipe', () => {
  it('ends the link before when the page opens the next, and hears nothing of the old one', async () => {
    const { page, main } = ipc();
    const accepted: ChannelPair['a'][] = [];
    acceptTagged(main, (channel) => accepted.push(channel));
    const dial = taggedDialer(page, 7);
    const first = dial();
    await expect.poll(() => accepted.length).toBe(1);
    let ended = 0;
    accepted[0]?.onClose(() => {
      ended += 1;
    });
    const second = dial();
    const got: string[] = [];
    first.onText((text) => got.push(`first ${text}`));
    second.onText((text) => got.push(`second ${text}`));
    await expect.poll(() => accepted.length).toBe(2);
    accepted[0]?.post('late');
    accepted[1]?.post('now');
    await expect.poll(() => got).toEqual(['second now']);
    expect(ended).toBe(1);
  });

  it('tells the accepted link when the pipe hangs up', async () => {
    const { page, main } = ipc();
    let ended = 0;
    const accept = acceptTagged(main, (channel) =>
      channel.onClose(() => {
        ended += 1;
      }),
    );
    taggedDialer(page, 1)();
    await new Promise((resolve) => setTimeout(resolve, 20));
    accept.hangUp();
    accept.hangUp();
    expect(ended).toBe(1);
  });

  it.each(['', 'x', 'o', 'o-1', 'o1.5', 't', 't1', 'o12345678901', 'T1:x', 'o1 ', '1:x', `o${'9'.repeat(300)}`])(
    'reads no link out of %j that was not meant',
    (text) => {
      const tagged = parseTagged(text);
      expect(tagged === null || text === 't1').toBe(true);
    },
  );
});
