import { afterEach, expect, it } from 'vitest';
import { VISIT_ID } from '../testing/registration.ts';
import { endRegistrations, openRegistration } from '../testing/registration-weather.ts';

afterEach(endRegistrations);

it('a registration that a late 2202 has taken away, with lines refused since, can be cancelled and the visit billed anew', async () => {
  const w = openRegistration();
  const one = await w.registered(w.terminal);
  w.storm('2202', 'late');
  expect(await w.until(w.registrations.cancel(one))).toMatchObject({ ok: false });
  await w.clock.advance(120_000);
  expect(w.there()).toHaveLength(0);
  expect(await w.until(w.registrations.addFees(one, w.lines))).toMatchObject({ ok: false });
  expect(await w.until(w.registrations.cancel(one))).toEqual({ ok: true, value: undefined });
  expect(w.terminal.store.registrations.open(VISIT_ID)).toBeNull();
  expect(await w.register(w.terminal)).toMatchObject({ ok: true });
});
