import type { Result } from '../common/kernel/result.ts';
import type { Channel } from '../common/rpc/channel.ts';

/**
 * Passes frames between the screen and the terminal, unread; both ends check what they get. Where one end goes, the
 * other goes too: the page then connects again. Resolves false when the terminal could not be reached.
 */
export async function relay(screen: Channel, dialTerminal: () => Promise<Result<Channel, unknown>>): Promise<boolean> {
  const terminal = await dialTerminal();
  if (!terminal.ok) {
    screen.close();
    return false;
  }
  screen.onClose(() => terminal.value.close());
  terminal.value.onClose(() => screen.close());
  screen.onText((text) => terminal.value.post(text));
  terminal.value.onText((text) => screen.post(text));
  return true;
}
