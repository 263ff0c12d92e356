import { deskLink } from '../../../common/contracts/desk/desk-link.ts';
import type { Channel } from '../../../common/rpc/channel.ts';
import { createInbox } from '../../../common/rpc/inbox.ts';
import { defineLink } from '../../../common/rpc/link.ts';

/** The part of the desk's link that asks for windows of the day list. */
export const dayLink = defineLink({ verbs: { day: deskLink.verbs.day }, events: {} });

/** One end of a worker: the worker itself on the page, `self` within it. */
export interface WorkerEnd {
  postMessage(message: string): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** A Channel between the page and a worker that answers in the terminal's place; it lasts as long as the page. */
export function workerChannel(end: WorkerEnd): Channel {
  const inbox = createInbox();
  end.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') inbox.receive(data);
    else inbox.drop();
  });
  return {
    post: (text) => end.postMessage(text),
    onText: inbox.onText,
    onClose: inbox.onClose,
    close: inbox.closeHere,
  };
}
