import type { z } from 'zod';
import type { Intent } from '../../../common/contracts/session/screen-link.ts';
import { screenLink } from '../../../common/contracts/session/screen-link.ts';
import type { snapshotSchema } from '../../../common/contracts/session/snapshot.ts';
import { connect } from '../../../common/rpc/connect.ts';
import type { DrawnVisit } from '../../../simulator/lab/draw.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';
import { systemClock } from '../../../wire/system.ts';
import { connectUnix } from '../../../wire/unix-socket.ts';

type Snapshot = z.output<typeof snapshotSchema>;

/** A person's finger on the terminal's own screen link: it presses, and draws nothing. */
export class Finger {
  readonly #lab: Lab;
  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Opens a link, does something with it and closes it: the terminal may be another process the next time. */
  async #ask<T>(what: (client: Awaited<ReturnType<Finger['open']>>) => Promise<T>): Promise<T> {
    const client = await this.open();
    try {
      return await what(client);
    } finally {
      client.close();
    }
  }

  async open() {
    const channel = await connectUnix(`${this.#lab.dir}/run/screen.sock`, { retryMs: 15_000 });
    if (!channel.ok) throw new Error(channel.error.message);
    return connect(channel.value, screenLink, { timeoutMs: 5000, clock: systemClock() });
  }

  async snapshot(): Promise<Snapshot> {
    const opened = await this.#ask((client) => client.call('open', { userAgent: 'finger' }));
    if (!opened.ok) throw new Error(`the screen does not answer: ${opened.error.kind}`);
    return opened.value as Snapshot;
  }

  async sees(...kinds: readonly string[]): Promise<Snapshot> {
    const until = performance.now() + 40_000;
    for (;;) {
      const snapshot = await this.snapshot().catch(() => null);
      if (snapshot !== null && kinds.includes(snapshot.screen.kind)) return snapshot;
      if (performance.now() > until) throw new Error(`never saw ${kinds.join()}, but ${snapshot?.screen.kind}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async press(on: string, intent: (snapshot: Snapshot) => Intent): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      const snapshot = await this.sees(on);
      const call = { version: snapshot.version, intent: intent(snapshot) };
      const pressed = await this.#ask((client) => client.call('intent', call));
      if (pressed.ok && pressed.value.accepted) return;
    }
    throw new Error(`${on} takes no press`);
  }

  /** From an empty kiosk to the moment when the money moves. */
  async confirm(visit: DrawnVisit): Promise<void> {
    await this.sees('insertCard');
    await this.#lab.sim.command('card.insert', { persona: visit.persona });
    await this.sees('enterPin');
    await this.#lab.sim.command('pin.type', { digits: visit.pin, intervalMs: 20 });
    await this.press('whoYouAre', () => ({ kind: 'openVisit', encounterId: visit.encounter.encounterId }));
    await this.press('visit', () => ({ kind: 'acceptFees' }));
    await this.press('split', () => ({ kind: 'acceptSplit' }));
    await this.press('confirm', ({ screen }) => {
      if (screen.kind !== 'confirm') throw new Error(`not on confirm: ${screen.kind}`);
      return { kind: 'confirm', cash: screen.split.cash };
    });
  }
}
