import { formatDate } from '../../common/kernel/dates.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { proveStaff } from '../../simulator/lab/staff.ts';

type Control = Awaited<ReturnType<Lab['control']>>;

/** A cashier who is sent away comes back for so long: whoever stood there before is still being said goodbye to. */
const COMES_BACK_MS = 40_000;
const AGAIN_MS = 500;
const ANSWER_MS = 60_000;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A cashier proves herself at the terminal; the ticket. Rejects where she is sent away again and again. */
async function prove(lab: Lab, control: Control, slot: number): Promise<string> {
  const until = performance.now() + COMES_BACK_MS;
  for (;;) {
    const proof = await proveStaff(lab, control, { act: 'reconcile' }, [{ persona: 'staff-cashier', slot }]);
    if (proof.ok) return proof.ticket;
    if (performance.now() > until) throw new Error(`the cashier was sent away: ${proof.code}`);
    await wait(AGAIN_MS);
  }
}

const today = (ticket: string) => ({ ticket, day: formatDate(Date.now()), last: false, print: false });

/** Has today's books compared with the centre's. Rejects where that cannot be asked, or is not answered. */
export async function compareBooks(lab: Lab, slot: number): Promise<void> {
  const control = await lab.control();
  try {
    const ticket = await prove(lab, control, slot);
    const answer = await control.call('reconcile', today(ticket), { timeoutMs: ANSWER_MS });
    if (!answer.ok) throw new Error(`no comparison: ${answer.error.message}`);
    if (!answer.value.ok) throw new Error(`no comparison: ${answer.value.code} ${answer.value.detail ?? ''}`);
  } finally {
    control.close();
  }
}

/** The same at a terminal that is to die in it: `arm` is called when she may ask, before she does. No answer is expected. */
export async function beginComparison(lab: Lab, slot: number, arm: () => Promise<void>): Promise<void> {
  const control = await lab.control();
  try {
    const ticket = await prove(lab, control, slot);
    await arm();
    await control.call('reconcile', today(ticket), { timeoutMs: ANSWER_MS });
  } finally {
    control.close();
  }
}
