import { afterEach, describe, expect, it } from 'vitest';
import { endAll, start } from '../settlement/testing/start.ts';
import { centreLetsIn, createLetIn, hisLetsIn } from './let-in.ts';

afterEach(endAll);

const timing = { wallMs: 1, serverMs: null };

describe('whether the other sides let this terminal in', () => {
  it('they do: one 9001 as the terminal, whoever acts, and a question about no encounter; nothing is kept of either', async () => {
    const world = start();
    const { calls } = world.terminal.settlements.books;
    const letIn = createLetIn({ clock: world.clock, calls, his: world.sides.his });
    expect(await world.clock.until(letIn())).toEqual({ centre: null, his: null });
    expect(world.sent('9001')).toHaveLength(1);
    await world.clock.until(calls.signIn());
    expect(world.sent('9001')).toHaveLength(2);
  });

  it('a side that says nothing is away after eight seconds', async () => {
    const world = start();
    const { calls } = world.terminal.settlements.books;
    world.sides.forecast = () => 'lostBefore';
    const letIn = createLetIn({ clock: world.clock, calls, his: world.sides.his });
    const begun = world.clock.monotonic();
    expect(await world.clock.until(letIn())).toMatchObject({
      centre: { code: 'CENTRE_UNREACHABLE' },
      his: { code: 'HIS_UNREACHABLE' },
    });
    expect(world.clock.monotonic() - begun).toBeLessThanOrEqual(8000);
  });

  it.each([
    [{ kind: 'refused', infcode: '-1', message: '机构未登记' }, 'ACCESS_DENIED', '9001: 机构未登记'],
    [{ kind: 'unknown', reason: 'status', detail: 'HTTP 401 without an envelope' }, 'ACCESS_DENIED', 'HTTP 401'],
    [{ kind: 'unknown', reason: 'unproven', detail: 'cainfo' }, 'ACCESS_DENIED', 'unproven'],
    [{ kind: 'unknown', reason: 'timeout', detail: '30 s' }, 'CENTRE_UNREACHABLE', 'timeout'],
    [{ kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' }, 'CENTRE_UNREACHABLE', 'ECONNREFUSED'],
  ] as const)('of the centre %o is %s', (outcome, code, reason) => {
    const failure = centreLetsIn({ reply: null, timing, ...outcome } as never);
    expect(failure).toMatchObject({ code, reason: expect.stringContaining(reason) });
  });

  it.each([
    [{ kind: 'refused', status: 401, about: 'access', detail: 'token' }, 'ACCESS_DENIED'],
    [{ kind: 'refused', status: 422, about: 'content', detail: 'x' }, 'HIS_BAD_ANSWER'],
    [{ kind: 'unknown', reason: 'badAnswer', status: 200, retryAfterMs: null, detail: 'x' }, 'HIS_BAD_ANSWER'],
    [{ kind: 'notSent', reason: 'dns', detail: 'x' }, 'HIS_UNREACHABLE'],
  ] as const)('of the hospital %o is %s', (failure, code) => {
    expect(hisLetsIn(failure)).toMatchObject({ code });
  });
});
