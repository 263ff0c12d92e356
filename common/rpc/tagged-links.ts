import type { CountingChannel } from './channel.ts';
import { createInbox, type Inbox } from './inbox.ts';

/**
 * A pipe of texts that outlives the links on it: Electron's IPC between a page and the main process has no beginning
 * and no end of its own. Each text carries a kind and the number of its link: `o7` opens link 7, `t7:…` is a frame on
 * it, `c7` ends it. One link is open at a time; what belongs to another is passed over.
 */
export interface TextPipe {
  post(text: string): void;
  /** Sets the one listener. */
  onText(listener: (text: string) => void): void;
}

interface Tagged {
  readonly kind: 'o' | 't' | 'c';
  readonly link: number;
  readonly text: string;
}

/** Numbers have at most ten digits, so a huge text is never searched for its mark. */
const HEAD = /^([otc])(\d{1,10})(?::|$)/;

/** The parts of a tagged text, or null where it is none. */
export function parseTagged(text: string): Tagged | null {
  const head = HEAD.exec(text.slice(0, 12));
  const kind = head?.[1];
  if (head === null || (kind !== 'o' && kind !== 't' && kind !== 'c')) return null;
  return { kind, link: Number(head[2]), text: text.slice(head[0].length) };
}

/** Opens one link after the other on a pipe. `first`: any number unlike those of an earlier page, below 2^31. */
export function taggedDialer(pipe: TextPipe, first: number): () => CountingChannel {
  let next = first;
  let current: { readonly link: number; readonly inbox: Inbox } | null = null;
  pipe.onText((text) => {
    const tagged = parseTagged(text);
    if (tagged === null || tagged.link !== current?.link) return;
    if (tagged.kind === 't') current.inbox.receive(tagged.text);
    else if (tagged.kind === 'c') current.inbox.peerGone();
  });
  return () => {
    const link = next++;
    current?.inbox.peerGone();
    const inbox = createInbox();
    current = { link, inbox };
    pipe.post(`o${link}`);
    return taggedChannel(pipe, link, inbox);
  };
}

/** The accepting end of a pipe. `hangUp` ends the present link: the other side of the pipe is gone. */
export function acceptTagged(pipe: TextPipe, onLink: (channel: CountingChannel) => void): { hangUp(): void } {
  let current: { readonly link: number; readonly inbox: Inbox } | null = null;
  const hangUp = (): void => {
    current?.inbox.peerGone();
    current = null;
  };
  pipe.onText((text) => {
    const tagged = parseTagged(text);
    if (tagged === null) current?.inbox.drop();
    else if (tagged.kind === 'o') {
      hangUp();
      const inbox = createInbox();
      current = { link: tagged.link, inbox };
      onLink(taggedChannel(pipe, tagged.link, inbox));
    } else if (tagged.link === current?.link) {
      if (tagged.kind === 't') current.inbox.receive(tagged.text);
      else hangUp();
    }
  });
  return { hangUp };
}

function taggedChannel(pipe: TextPipe, link: number, inbox: Inbox): CountingChannel {
  return {
    post(text) {
      if (inbox.isOpen()) pipe.post(`t${link}:${text}`);
    },
    onText: inbox.onText,
    onClose: inbox.onClose,
    dropped: inbox.dropped,
    close() {
      if (!inbox.isOpen()) return;
      inbox.closeHere();
      pipe.post(`c${link}`);
    },
  };
}
