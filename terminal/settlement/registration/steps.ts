import type { HisDiagnosed, HisRegistration } from '../../../common/contracts/his/registration.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { CardHolder, Failure, Insured, Origin } from '../../ports.ts';
import type { RegistrationRow } from '../../store/registrations.ts';
import { type CentreCalls, inputFailure, stepFailure } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import { cancelRegistrationInput, diagnosisInput, registerInput } from '../inputs.ts';
import type { ApplyRegistration } from './apply.ts';
import { isDescribed, isRegistered, type Registered } from './as-billed.ts';
import { whyHeld } from './held.ts';
import { type LookForRegistration, ofRegistration } from './look.ts';
import { isDoubtful } from './reducer.ts';
import type { WriteForRegistration } from './write.ts';

type Step<T> = Promise<Result<T, Failure>>;

/** Whose visit is registered, and what of it is told. */
export interface RegisterInput {
  readonly holder: Pii<CardHolder>;
  readonly insured: Insured;
  readonly encounter: HisRegistration;
  /** Whose registration it is; the outside HIS's where it is left out. */
  readonly origin?: Origin;
}

/** One step of a registration's life each; every one durable before its first byte, and found again where its answer is lost. */
export interface RegistrationSteps {
  /** What became of its last step, asked for where nobody knows. */
  known(row: RegistrationRow): Step<RegistrationRow>;
  /** 2201, or the registration that there is already. */
  register(input: RegisterInput): Step<Registered>;
  /** 2203 where what it says has changed, or nobody knows. */
  describe(row: Registered, diagnosed: HisDiagnosed): Step<Registered>;
  /** 2202; its fee lines must be gone. */
  cancel(row: Registered): Step<void>;
}

export interface RegistrationStepParts {
  readonly calls: CentreCalls;
  readonly write: WriteForRegistration;
  readonly apply: ApplyRegistration;
  readonly look: LookForRegistration;
}

export function createRegistrationSteps({ store, clock }: CoreDeps, parts: RegistrationStepParts): RegistrationSteps {
  const { calls, write, apply, look } = parts;

  /** By 5201; a registration that is found so may have lines of which nobody here knows. */
  const found = (row: RegistrationRow, mdtrtId: string): RegistrationRow =>
    apply(row.id, 'found', row.state === 'registering' ? { mdtrtId, feesDoubtful: true } : {});

  const known: RegistrationSteps['known'] = async (row) => {
    if (!isDoubtful(row.state)) return ok(row);
    const seen = await look(row);
    if (!seen.ok) return seen;
    return ok(seen.value === null ? apply(row.id, 'missing') : found(row, seen.value));
  };

  /** The registration that there is already, or null; another origin's is none. */
  const already = async ({ encounter, insured, origin = null }: RegisterInput): Step<Registered | null> => {
    const open = store.registrations.open(encounter.encounterId);
    if (open === null) return ok(null);
    if (open.origin !== origin) return err(failure('BILL_NONE'));
    if (unwrapPii(open.psnNo) !== unwrapPii(insured.psnNo)) return err(failure('CENTRE_OTHER_PERSON'));
    const now = await known(open);
    if (!now.ok) return now;
    return ok(isRegistered(now.value) ? now.value : null);
  };

  const register: RegistrationSteps['register'] = async (input) => {
    const there = await already(input);
    if (!there.ok) return there;
    if (there.value !== null) return ok(there.value);
    const { holder: person, insured, encounter: told, origin = null } = input;
    const { psnNo } = insured;
    const [{ insutype, insuplcAdmdvs }] = insured.insurances;
    const written = store.transaction(() => {
      const why = whyHeld(store, told.encounterId);
      if (why !== null) return err(failure(why));
      const begunAt = formatDateTime(clock.now());
      const facts = { told, origin, person, psnNo, insutype, insuplcAdmdvs, begunAt };
      const row = store.registrations.insert(facts, clock.now());
      const message = calls.write('2201', ofRegistration(row), registerInput({ ...row, encounter: told }));
      if (!message.ok) apply(row.id, 'declined');
      return ok({ row, message });
    });
    if (!written.ok) return written;
    const { row, message } = written.value;
    if (!message.ok) return err(inputFailure('HIS_BAD_ANSWER', message.error));
    const { outcome, keep } = await calls.send(message.value);
    if (outcome.kind === 'ok' && unwrapPii(outcome.output.data.psn_no) === unwrapPii(psnNo)) {
      const done = apply(row.id, 'done', { keep, mdtrtId: outcome.output.data.mdtrt_id });
      return isRegistered(done) ? ok(done) : err(failure('BILL_NONE'));
    }
    if (outcome.kind === 'refused' || outcome.kind === 'notSent') {
      apply(row.id, 'declined', { keep });
      return err(stepFailure(outcome));
    }
    store.transaction(keep);
    if (outcome.kind === 'ok') return err(failure('CENTRE_OTHER_PERSON'));
    // Not found is no answer yet: the 2201 may still arrive, so whoever comes next asks once more before another is sent.
    const seen = await look(row);
    const taken = seen.ok && seen.value !== null ? found(row, seen.value) : row;
    return isRegistered(taken) ? ok(taken) : err(stepFailure(outcome));
  };

  return {
    known,
    register,
    async describe(row, diagnosed) {
      if (isDescribed(row, diagnosed)) return ok(row);
      const input = diagnosisInput({ encounter: diagnosed, psnNo: row.psnNo }, row.mdtrtId);
      const written = write(row, ['2203', input], 'HIS_BAD_ANSWER', () =>
        store.registrations.change(row.id, { described: null }, clock.now()),
      );
      if (!written.ok) return written;
      const { outcome, keep } = await calls.send(written.value);
      store.transaction(() => {
        keep();
        if (outcome.kind === 'ok') store.registrations.change(row.id, { described: diagnosed }, clock.now());
      });
      return outcome.kind === 'ok' ? ok({ ...row, described: diagnosed }) : err(stepFailure(outcome));
    },
    async cancel(row) {
      const written = write(row, ['2202', cancelRegistrationInput(row, row.mdtrtId)], 'CENTRE_BAD_ANSWER', () => {
        apply(row.id, 'cancel');
      });
      if (!written.ok) return written;
      const { outcome, keep } = await calls.send(written.value);
      if (outcome.kind === 'ok') {
        apply(row.id, 'done', { keep });
        return ok(undefined);
      }
      if (outcome.kind === 'notSent') apply(row.id, 'declined', { keep });
      else store.transaction(keep);
      if (outcome.kind === 'notSent') return err(stepFailure(outcome));
      // Refused or unanswered, the books say whether it is there: where it is not, it was cancelled before.
      const now = await known({ ...row, state: 'cancelling' });
      return now.ok && now.value.state === 'cancelled' ? ok(undefined) : err(stepFailure(outcome));
    },
  };
}
