import type { Client } from './generated/client/index.js';
import { addStayFees, admitStay, changeStay, dischargeStay, type Encounter, type Line } from './generated/index.js';

/** A stay before its bill, as a ward has it: admission, each day's lines on their day, another bed, discharge. */

/** This hospital has people in an extra bed for the first night; their own they get before the second day is charged. */
const FIRST_BED = '加1';

/** The lines of each day, in the order of the days. */
function daysOf(lines: readonly Line[]): readonly Line[][] {
  const days = new Map<string, Line[]>();
  for (const line of lines) {
    const day = line.occurredAt.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofDay]) => ofDay);
}

/** Tells the terminal all of a stay that comes before its bill; what it refused, or null. */
export async function chargeByDay(client: Client, person: string, encounter: Encounter): Promise<unknown> {
  const { encounterId, stay, lines } = encounter;
  if (stay === undefined) return { code: 'NO_STAY' };
  // On the day of admission nothing has been charged, and nobody knows of a discharge.
  const inside = { ...encounter, lines: [], total: '0.00', stay: { ...stay, discharge: null } };
  const days = daysOf(lines);
  const bed = days.length > 1 ? FIRST_BED : stay.bed;
  const admitted = { ...inside, stay: { ...inside.stay, bed } };
  const admission = await admitStay({ client, body: { person, encounter: admitted } });
  if (admission.data === undefined) return admission.error;
  for (const [day, ofDay] of days.entries()) {
    if (day === 1) {
      const moved = await changeStay({ client, body: { encounter: inside } });
      if (moved.data === undefined) return moved.error;
    }
    const charged = await addStayFees({ client, body: { encounterId, lines: ofDay } });
    if (charged.data === undefined) return charged.error;
  }
  const discharge = await dischargeStay({ client, body: { encounter: { ...encounter, stay } } });
  return discharge.data === undefined ? discharge.error : null;
}
