import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import { hostLink } from '../../common/contracts/devices/host-link.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { type Client, connect } from '../../common/rpc/connect.ts';
import type { VerbIn } from '../../common/rpc/link.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix } from '../../wire/unix-socket.ts';
import { type PersonaInput, personaSchema } from '../card-reader/emulator/persona.ts';
import { type InsertedCard, insertCard } from '../card-reader/emulator/vpicc.ts';
import { HOLDER } from '../card-reader/testing/holder.ts';
import { VPCD_PORT } from '../card-reader/testing/real-service.ts';
import { createPadEmulator, type PadEmulator } from '../pin-pad/emulator/pad-emulator.ts';

type HostConfiguration = VerbIn<typeof hostLink, 'configure'>;

/** The device host as a process of its own: a real reader service, a pad on a real pty, a card on TCP, its own socket. */
export interface HostScene {
  readonly pad: PadEmulator;
  readonly host: ChildProcessWithoutNullStreams;
  readonly client: Client<typeof hostLink>;
  /** Every state of the reader that was told, oldest first. */
  readonly cards: readonly CardStatus[];
  /** All that the host wrote: its log, and every frame on its link. */
  readonly written: readonly string[];
  /** The card that was put in last, out again or not. */
  card(): InsertedCard | null;
  /** Puts a card in and answers its number once the reader has seen it. */
  insert(change?: Omit<PersonaInput, 'label'>): Promise<number>;
  /** What `configure` takes for this pad and a reader; null: the first that there is. */
  configuration(reader: string | null): HostConfiguration;
  /** Ends the host, however it is, and waits until the reader service has seen the card leave. */
  stop(): Promise<void>;
}

/** What the host writes goes by here. */
function tapped(link: Channel, written: string[]): Channel {
  return {
    ...link,
    onText: (listener) =>
      link.onText((text) => {
        written.push(text);
        listener(text);
      }),
  };
}

/** Starts pad and host; nothing is configured yet, so that a test can listen before. `initialPins`: of the pad. */
export async function startHostScene(initialPins: readonly string[]): Promise<HostScene> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-host-'));
  const pad = await createPadEmulator(join(dir, 'pad'), systemClock());
  const host = spawn(process.execPath, ['drivers/host.ts', '--socket', join(dir, 'host.sock')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const written: string[] = [];
  host.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  await once(host.stdout, 'data');
  const channel = await connectUnix(join(dir, 'host.sock'), { retryMs: 5000 });
  if (!channel.ok) throw new Error(channel.error.message);
  const client = connect(tapped(channel.value, written), hostLink, { timeoutMs: 20_000, clock: systemClock() });
  const cards: CardStatus[] = [];
  client.on('card', (status) => cards.push(status));
  let card: InsertedCard | null = null;
  return {
    ...{ pad, host, client, cards, written },
    card: () => card,
    async insert(change = {}) {
      card = await insertCard(personaSchema.parse({ holder: HOLDER, ...change, label: 'test' }), VPCD_PORT);
      const status = await vi.waitFor(
        () => {
          const last = cards.at(-1);
          if (last?.kind !== 'present') throw new Error(`card is ${last?.kind}`);
          return last;
        },
        { timeout: 8000 },
      );
      return status.generation;
    },
    configuration: (reader) => ({
      cardReader: { reader },
      pinPad: { path: pad.hostPath, baudRate: 9600, model: 'minka-lab', initialPins: [...initialPins] },
      printer: null,
    }),
    async stop() {
      await card?.remove();
      if (host.exitCode === null && host.signalCode === null) {
        const gone = once(host, 'exit');
        host.kill('SIGKILL');
        await gone;
      }
      await pad.close();
      rmSync(dir, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 900));
    },
  };
}
