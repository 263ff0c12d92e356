import type { CentreInput } from '../../../common/contracts/centre/transactions.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { StayRow, StayState } from '../../store/stays.ts';
import { type CentreCalls, inputFailure, stepFailure } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { PrepareInput } from '../prepare-input.ts';
import type { VoidAdmission } from './admission-fence.ts';
import type { ApplyStay, StayFacts } from './apply.ts';
import { admissionOf } from './as-billed.ts';
import { whyHeld } from './held.ts';
import { admissionInput, changeInput, dischargeInput, isStay, type Registered, undoInput } from './inputs.ts';
import { type LookForStay, ofStay } from './look.ts';
import { isDoubtful, type StayEvent } from './reducer.ts';
import type { WriteForStay } from './write.ts';

type Step<T> = Promise<Result<T, Failure>>;

/** One step of a stay's life each; every one durable before its first byte, and found again where its answer is lost. */
export interface StaySteps {
  /** What became of its last step, asked for where nobody knows. */
  known(row: StayRow): Step<StayRow>;
  /** 2401, or the stay that there is already: here, or at the centre by our own number. */
  admit(input: Pick<PrepareInput, 'holder' | 'insured' | 'encounter' | 'origin'>): Step<Registered>;
  /** 2403 where what it says has changed; only of a person in hospital. */
  change(row: Registered, encounter: HisEncounter): Step<Registered>;
  discharge(row: Registered, encounter: HisEncounter): Step<Registered>;
  undoDischarge(row: Registered): Step<Registered>;
  cancel(row: Registered): Step<void>;
}

function isRegistered(row: StayRow): row is Registered {
  return row.mdtrtId !== null && row.state !== 'cancelled';
}

export function createStaySteps(
  { store, clock }: CoreDeps,
  parts: { calls: CentreCalls; write: WriteForStay; apply: ApplyStay; look: LookForStay; voidAdmission: VoidAdmission },
): StaySteps {
  const { calls, write, apply, look, voidAdmission } = parts;
  const fresh = (row: StayRow): StayRow => {
    const now = store.stays.get(row.id);
    if (now === null) throw new Error('stay: a row went missing');
    return now;
  };

  const known: StaySteps['known'] = async (row) => {
    if (!isDoubtful(row.state)) return ok(row);
    const seen = await look(row);
    if (!seen.ok) return seen;
    if (seen.value === null) return voidAdmission(row);
    const { mdtrtId, inHospital } = seen.value;
    // What another terminal has uploaded to a stay that it admitted, nobody knows here.
    const found = row.state === 'admitting' ? { mdtrtId, feesDoubtful: true } : {};
    return ok(apply(row.id, inHospital ? 'seenIn' : 'seenOut', found));
  };

  /** What there is after an answer that is no success: where the centre shows what was wanted, it was done before. */
  const afterRefusal = async (row: StayRow, wanted: readonly StayState[], said: Failure): Step<Registered> => {
    const now = await known(fresh(row));
    return now.ok && wanted.includes(now.value.state) && isRegistered(now.value) ? ok(now.value) : err(said);
  };

  const step = async <I extends '2402' | '2404' | '2405'>(
    row: Registered,
    message: readonly [I, CentreInput<I>],
    [event, wanted]: readonly [StayEvent, StayState],
    facts: StayFacts = {},
  ): Step<StayRow> => {
    const written = write(row, message, 'HIS_BAD_ANSWER', (messageRow) => {
      apply(row.id, event, { ...facts, messageRow });
    });
    if (!written.ok) return written;
    const { outcome, keep } = await calls.send(written.value);
    if (outcome.kind === 'ok') return ok(apply(row.id, 'done', { keep }));
    if (outcome.kind === 'notSent') apply(row.id, 'declined', { keep });
    else store.transaction(keep);
    if (outcome.kind === 'notSent') return err(stepFailure(outcome));
    const now = await known(fresh(row));
    return now.ok && now.value.state === wanted ? now : err(stepFailure(outcome));
  };

  const registered = (moved: Result<StayRow, Failure>): Result<Registered, Failure> => {
    if (!moved.ok) return moved;
    return isRegistered(moved.value) ? ok(moved.value) : err(failure('BILL_NONE'));
  };

  const admit: StaySteps['admit'] = async ({ holder, insured, encounter, origin = null }) => {
    if (!isStay(encounter)) return err(failure('BILL_NONE'));
    const open = store.stays.open(encounter.encounterId);
    if (open !== null && open.origin !== origin) return err(failure('BILL_NONE'));
    if (open !== null && unwrapPii(open.psnNo) !== unwrapPii(insured.psnNo)) return err(failure('CENTRE_OTHER_PERSON'));
    const before = open === null ? ok(null) : await known(open);
    if (!before.ok) return before;
    if (before.value !== null && isRegistered(before.value)) return ok(before.value);
    const [insurance] = insured.insurances;
    const { insutype, insuplcAdmdvs } = insurance;
    const written = store.transaction(() => {
      const why = whyHeld(store, encounter.encounterId);
      if (why !== null) return err(failure(why));
      const made = store.stays.insert(
        { encounter, origin, person: holder, psnNo: insured.psnNo, insutype, insuplcAdmdvs },
        clock.now(),
      );
      const message = calls.write('2401', ofStay(made), admissionInput(made, encounter));
      if (message.ok) store.stays.change(made.id, { messageRow: message.value.row }, clock.now());
      else apply(made.id, 'declined');
      return ok({ row: made, message });
    });
    if (!written.ok) return written;
    const { row, message } = written.value;
    if (!message.ok) return err(inputFailure('HIS_BAD_ANSWER', message.error));
    const { outcome, keep } = await calls.send(message.value);
    if (outcome.kind === 'ok') {
      return registered(ok(apply(row.id, 'done', { keep, mdtrtId: outcome.output.result.mdtrt_id })));
    }
    if (outcome.kind === 'notSent') {
      apply(row.id, 'declined', { keep });
      return err(stepFailure(outcome));
    }
    store.transaction(keep);
    return afterRefusal(row, ['admitted', 'discharged'], stepFailure(outcome));
  };

  return {
    known,
    admit,
    async change(row, encounter) {
      if (row.state !== 'admitted' || !isStay(encounter)) return ok(row);
      if (admissionOf(row.encounter) === admissionOf(encounter)) return ok(row);
      const written = write(row, ['2403', changeInput(row, encounter)], 'HIS_BAD_ANSWER');
      if (!written.ok) return written;
      const { outcome, keep } = await calls.send(written.value);
      store.transaction(() => {
        keep();
        if (outcome.kind === 'ok') store.stays.change(row.id, { encounter }, clock.now());
      });
      if (outcome.kind !== 'ok') return err(stepFailure(outcome));
      return registered(ok(fresh(row)));
    },
    async discharge(row, encounter) {
      const discharge = encounter.stay?.discharge ?? null;
      if (discharge === null || !isStay(encounter)) return err(failure('STAY_NOT_DISCHARGED'));
      const told = { ...row.encounter, stay: { ...(row.encounter.stay ?? encounter.stay), discharge } };
      const input = dischargeInput(row, encounter, discharge);
      return registered(await step(row, ['2402', input], ['discharge', 'discharged'], { encounter: told }));
    },
    undoDischarge: async (row) => registered(await step(row, ['2405', undoInput(row)], ['return', 'admitted'])),
    async cancel(row) {
      const done = await step(row, ['2404', undoInput(row)], ['cancel', 'cancelled']);
      return done.ok ? ok(undefined) : done;
    },
  };
}
