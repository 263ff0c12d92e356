import { describe, expect, it } from 'vitest';
import { pii } from '../../../common/kernel/pii.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { httpsBench } from '../testing/https-bench.ts';
import { startHttps } from '../testing/test-server.ts';
import { createBenefitsGateway } from './gateway.ts';

const { authority, closers } = httpsBench();

const who = pii({ name: '某甲', identityNumber: '11010519491231002X' });

/** A server that reads every question; `answers` of them it answers, the later ones never. */
async function server(answers: number) {
  const clock = manualClock();
  let heard = (): void => undefined;
  const running = await startHttps(authority, (_request, response) => {
    if (running.received.length <= answers) response.writeHead(404).end('{"code":"NO_SUCH_PERSON"}');
    heard();
  });
  const gateway = createBenefitsGateway({
    ...{ url: running.url, ca: authority.ca, token: 't', connectMs: 5000, answerMs: 8000, clock },
  });
  closers.push(running.stop, () => gateway.close());
  /** Asks, and moves the clock on once the server has the whole question. */
  const ask = (afterMs: number) => {
    const read = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const answer = gateway.entitlements(who);
    void read.then(() => clock.advance(afterMs));
    return answer;
  };
  return { ask, running };
}

describe('a benefits server that reads the question and says nothing', () => {
  it.each([
    ['on a new connection', 0],
    ['on one that was used before', 1],
  ])('%s: the wait ends at the limit of the profile', async (_name, answers) => {
    const { ask, running } = await server(answers);
    for (let asked = 0; asked < answers; asked++) expect(await ask(0)).toMatchObject({ error: { kind: 'refused' } });
    expect(await ask(8000)).toMatchObject({ ok: false, error: { kind: 'unknown', reason: 'timeout' } });
    expect(new Set(running.received.map(({ port }) => port)).size).toBe(1);
  });
});
