import type { CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import { hostLink } from '../../common/contracts/devices/host-link.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { memoryChannelPair } from '../../common/rpc/memory-channel.ts';
import { type Handlers, type Served, serve } from '../../common/rpc/serve.ts';

type HostHandlers = Handlers<typeof hostLink>;

/** A device host in memory: what it answers is the test's, the link and its checks are the real ones. */
export interface FakeHost {
  readonly served: Served<typeof hostLink>;
  readonly configured: () => unknown;
  /** Its end of the link goes, as when the process dies. */
  die(): void;
}

const ABSENT: CardReadResult = { ok: false, error: 'CARD_ABSENT' };
const never = <T>(): Promise<T> => new Promise(() => undefined);

/** A host and the terminal's end of the link to it. `HANG` in an answer's place means that none ever comes. */
export function fakeHost(
  card: CardStatus,
  answers: Partial<HostHandlers> & { readonly read?: CardReadResult | 'HANG' } = {},
): { readonly host: FakeHost; readonly channel: Channel } {
  const [ours, theirs] = memoryChannelPair();
  let configuration: unknown = null;
  const { read, ...handlers } = answers;
  const served = serve(theirs, hostLink, {
    configure(config) {
      configuration = config;
      return { pid: 1 };
    },
    status: async () => ({
      card,
      pinPad: { kind: 'ready' } as const,
      printer: { kind: 'ready', nearEnd: false } as const,
      headphones: false,
    }),
    readCard: () => (read === 'HANG' ? never<CardReadResult>() : Promise.resolve<CardReadResult>(read ?? ABSENT)),
    verifyPin: () => never(),
    changePin: () => never(),
    cancelPin: () => ({}),
    print: () => never(),
    abandonPrint: () => ({}),
    printerRate: () => ({ baudRate: null }),
    speak: () => ({ outcome: 'unavailable' as const, withheld: 0 }),
    ...handlers,
  });
  return { host: { served, configured: () => configuration, die: () => served.close() }, channel: ours };
}
