import { deskLink } from '../../../common/contracts/desk/desk-link.ts';
import type { DeskSnapshot } from '../../../common/contracts/desk/snapshot.ts';
import { keepLink } from '../../link/kept-link.ts';
import type { LinkOptions } from '../../link/web-socket-link.ts';
import type { DeskLinkStore } from './desk-client.ts';

/** The desk's link to the terminal. */
export function deskLinkStore({ open, clock, userAgent }: LinkOptions): DeskLinkStore {
  const kept = keepLink<typeof deskLink, DeskSnapshot>({
    ...{ link: deskLink, open, clock },
    listen: (client, take) => client.on('desk', take),
    async greet(client) {
      const answer = await client.call('openDesk', { userAgent: userAgent.slice(0, 400) });
      return answer.ok ? answer.value : null;
    },
  });
  const client = kept.client;

  return {
    state: kept.state,
    subscribe: kept.subscribe,
    async intent(version, intent) {
      const answer = await client()?.call('intent', { version, intent });
      return answer?.ok === true && answer.value.accepted;
    },
    async lines(from, count) {
      const answer = await client()?.call('lines', { from, count });
      return answer?.ok === true ? answer.value : null;
    },
    async day(query) {
      const answer = await client()?.call('day', query);
      return answer?.ok === true ? answer.value : null;
    },
    async reveal(what) {
      const answer = await client()?.call('reveal', { what });
      if (answer?.ok !== true || answer.value.value === null) return null;
      return { value: answer.value.value, validMs: answer.value.validMs };
    },
    rendered(frames, version, painted) {
      void client()?.call('rendered', { frames, version, painted });
    },
  };
}
