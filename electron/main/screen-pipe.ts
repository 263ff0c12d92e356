import type { TextPipe } from '../../common/rpc/tagged-links.ts';
import { CHANNEL } from '../channel.ts';
import { isOurPage } from '../locks/origin.ts';
import type { ContentsPart, ElectronPart, IpcSender } from '../part.ts';

/** The pipe to the one window that shows the screen. */
export interface ScreenPipe extends TextPipe {
  /** From now on this contents, and no other, is the screen; null: none is. */
  attach(contents: ContentsPart | null): void;
  /** Messages that came from somebody else, or were no text. */
  refused(): number;
}

/**
 * Takes messages of the one channel only from the main frame of the window that has the role of the screen, showing a
 * page of ours; anything else is counted, logged and dropped. A frame that is gone has no sender and is refused too.
 */
export function createScreenPipe(
  ipcMain: ElectronPart['ipcMain'],
  /** The page of this terminal's face. */
  home: string,
  onRefused: (why: string) => void,
): ScreenPipe {
  let screen: ContentsPart | null = null;
  let listener: (text: string) => void = () => undefined;
  let refused = 0;

  ipcMain.on(CHANNEL, (event, ...args) => {
    const [text] = args;
    const why = whyNot(event, screen, home) ?? (typeof text === 'string' && args.length === 1 ? null : 'notText');
    if (why === null && typeof text === 'string') return listener(text);
    refused += 1;
    onRefused(why ?? 'notText');
  });

  return {
    attach(contents) {
      screen = contents;
    },
    post(text) {
      if (screen !== null && !screen.isDestroyed()) screen.send(CHANNEL, text);
    },
    onText(next) {
      listener = next;
    },
    refused: () => refused,
  };
}

function whyNot({ sender, senderFrame }: IpcSender, screen: ContentsPart | null, home: string): string | null {
  if (screen === null || sender.id !== screen.id) return 'role';
  if (senderFrame === null) return 'frameGone';
  if (senderFrame.parent !== null || senderFrame !== sender.mainFrame) return 'frame';
  return isOurPage(senderFrame.url, home) ? null : 'address';
}
