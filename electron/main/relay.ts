import type { Channel } from '../../common/rpc/channel.ts';

/** Passes frames between screen and terminal, unread; both ends check what they get. Where one goes, the other goes. */
export function relay(screen: Channel, terminal: Channel): void {
  screen.onClose(() => terminal.close());
  terminal.onClose(() => screen.close());
  screen.onText((text) => terminal.post(text));
  terminal.onText((text) => screen.post(text));
}
