import { screenLink } from '../../common/contracts/session/screen-link.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { keepLink } from './kept-link.ts';
import type { ScreenLinkStore } from './screen-client.ts';

export interface LinkOptions {
  readonly open: () => Channel;
  readonly clock: Clock;
  readonly userAgent: string;
}

/** The kiosk's link to the terminal. */
export function screenLinkStore({ open, clock, userAgent }: LinkOptions): ScreenLinkStore {
  const kept = keepLink<typeof screenLink, Snapshot>({
    ...{ link: screenLink, open, clock },
    listen: (client, take) => client.on('snapshot', take),
    async greet(client) {
      const answer = await client.call('open', { userAgent: userAgent.slice(0, 400) });
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
    async feeLines(page) {
      const answer = await client()?.call('feeLines', { page });
      return answer?.ok === true ? answer.value : null;
    },
    async reveal(what) {
      const answer = await client()?.call('reveal', { what });
      if (answer?.ok !== true || answer.value.value === null) return null;
      return { value: answer.value.value, validMs: answer.value.validMs };
    },
    touched() {
      void client()?.call('touched', {});
    },
    speak(utterances) {
      void client()?.call('speak', { utterances: [...utterances] });
    },
    rendered(frames, version, painted) {
      void client()?.call('rendered', { frames, version, painted });
    },
  };
}
