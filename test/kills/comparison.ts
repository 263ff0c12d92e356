import { formatDate } from '../../common/kernel/dates.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { proveStaff } from '../../simulator/lab/staff.ts';

/** How often staff are sent away before nobody can be proved: another proof may still be under way. */
const TRIES = 5;
const AGAIN_MS = 400;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * A cashier proves herself at the terminal and has today's books compared with the centre's. `begin` is called when she
 * may, before she asks. Resolves whatever becomes of it: a terminal that dies in the middle answers nobody, and what a
 * comparison has found the operator is told of.
 */
export async function compareBooks(lab: Lab, slot: number, begin = async (): Promise<void> => {}): Promise<void> {
  const control = await lab.control();
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const proof = await proveStaff(lab, control, { act: 'reconcile' }, [{ persona: 'staff-cashier', slot }]);
      if (!proof.ok) {
        await wait(AGAIN_MS);
        continue;
      }
      await begin();
      const asked = { ticket: proof.ticket, day: formatDate(Date.now()), last: false, print: false };
      await control.call('reconcile', asked, { timeoutMs: 30_000 });
      return;
    }
  } catch {
    // The terminal died under her.
  } finally {
    control.close();
  }
}
