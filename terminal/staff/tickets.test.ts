import { expect, it } from 'vitest';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { createTickets, TICKET_MS } from './tickets.ts';

const act: StaffActAsked = { act: 'worklistResolve', id: 7, resolution: 'void', reason: 'seen', setlId: null };
const people = { by: 'S1', second: 'S2' };
const LIST = '1'.repeat(64);

function bench() {
  const clock = manualClock();
  const tickets = createTickets(clock, seededRandom(1));
  return { clock, tickets, ticket: tickets.issue(act, people, LIST).ticket };
}

it('is good once, for its act, and names the people', () => {
  const { tickets, ticket } = bench();
  // The order of an act's parameters says nothing.
  const same = { reason: 'seen', setlId: null, resolution: 'void', id: 7, act: 'worklistResolve' } as const;
  expect(tickets.spend(ticket, same, LIST)).toEqual({ ok: true, value: people });
  expect(tickets.spend(ticket, act, LIST)).toEqual({ ok: false, error: 'STAFF_TICKET_USED' });
});

it.each([
  { ...act, id: 8 },
  { ...act, resolution: 'refund' },
  { ...act, reason: 'seen otherwise' },
  { ...act, setlId: 'JS1' },
  { act: 'page' },
] as const)('is no ticket for %j, and is spent by the attempt', (other) => {
  const { tickets, ticket } = bench();
  expect(tickets.spend(ticket, other, LIST)).toEqual({ ok: false, error: 'STAFF_TICKET_OTHER' });
  expect(tickets.spend(ticket, act, LIST)).toEqual({ ok: false, error: 'STAFF_TICKET_USED' });
});

it('lasts 60 seconds', () => {
  const { clock, tickets, ticket } = bench();
  clock.advance(TICKET_MS - 1);
  const next = tickets.issue(act, people, LIST).ticket;
  clock.advance(1);
  expect(tickets.spend(ticket, act, LIST)).toEqual({ ok: false, error: 'STAFF_TICKET_EXPIRED' });
  expect(tickets.spend(next, act, LIST)).toMatchObject({ ok: true });
});

it('is of the list by which its people were looked up; where none can be, the act says why', () => {
  const { tickets, ticket } = bench();
  const unlisted = tickets.issue(act, people, LIST).ticket;
  expect(tickets.spend(ticket, act, '2'.repeat(64))).toEqual({ ok: false, error: 'STAFF_TICKET_EXPIRED' });
  expect(tickets.spend(unlisted, act, null)).toMatchObject({ ok: true });
});

it('cannot be guessed or left out', () => {
  const { tickets } = bench();
  for (const none of [null, '', 'ab'.repeat(16)]) {
    expect(tickets.spend(none, act, LIST)).toEqual({ ok: false, error: 'STAFF_TICKET_NEEDED' });
  }
});
