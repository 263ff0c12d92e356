import { z } from 'zod';
import { enrolmentCodeSchema } from '../../../common/contracts/operator/enrolment.ts';
import type { Random } from '../../../common/kernel/ports.ts';
import { type Settings, settingsSchema } from '../../core/settings.ts';
import { courseSchema, takeCourse } from '../../his/course.ts';
import type { People } from '../../people/answers/find.ts';
import type { ElectronicCards } from '../../people/electronic-cards.ts';
import { seedOf } from '../../people/seeds.ts';
import { divisionOf } from '../../plans/divisions.ts';
import type { CashierStore } from '../../store/cashier-store.ts';
import type { HisStore } from '../../store/his-store.ts';
import type { SqliteLedger } from '../../store/ledger.ts';
import type { OperatorStore } from '../../store/operator-store.ts';
import { parseBody } from '../body.ts';
import { type Armed, type Fault, type FaultBook, faultSchema } from '../faults/fault.ts';
import type { RequestLog } from '../log.ts';
import { type App, json, problem, type Reply } from '../message.ts';
import { bearerIs } from '../secrets.ts';
import { encountersSeedSchema, peopleSeedSchema } from '../seeds.ts';
import { systemClock } from '../system.ts';
import { hisView, ledgerView, logView } from './admin-views.ts';

const faultsSchema = z.strictObject({ clear: z.boolean().default(false), arm: z.array(faultSchema).default([]) });
const emptySchema = z.strictObject({});
const electronicSchema = z.strictObject({ identityNumber: z.string().min(1).max(50).toUpperCase() });
const careersSchema = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

const enrolmentCodeSeedSchema = z.strictObject({
  code: enrolmentCodeSchema,
  institutionCode: z.string().length(12),
  minutes: z.number().default(60),
});
const freeSlotSchema = z.strictObject({ institutionCode: z.string().length(12), terminalSlot: z.int() });

export interface AdminParts {
  readonly ledger: SqliteLedger;
  readonly his: HisStore;
  readonly operator: OperatorStore;
  readonly cashier: CashierStore;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly token: string;
  readonly people: People;
  readonly electronic: { readonly cards: ElectronicCards; readonly random: Random };
  readonly settings: { get(): Settings; set(settings: Settings): void };
  /** Arms a fault; those of the connection act on the servers at once. */
  readonly arm: (fault: Fault) => Armed;
}

/** The reply to a checked body; a body that does not fit is 400 with the paths of what is wrong. */
function answered<T extends z.ZodType>(schema: T, body: Uint8Array, work: (value: z.output<T>) => Reply): Reply {
  const parsed = schema.safeParse(body.length === 0 ? {} : parseBody(body));
  if (parsed.success) return work(parsed.data);
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return problem(400, 'INVALID', issues.join('; ').slice(0, 2000));
}

/** As `answered`, where nothing but the body can be wrong. */
function checked<T extends z.ZodType>(schema: T, body: Uint8Array, work: (value: z.output<T>) => unknown): Reply {
  return answered(schema, body, (value) => json(200, work(value)));
}

function seedPeople(ledger: SqliteLedger, seeds: z.output<typeof peopleSeedSchema>): unknown {
  return ledger.atomically(() => {
    const people = seeds.people.map(({ insurances, family, filings, identityNumber, psnNo: given, ...rest }) => {
      const known = ledger.personByIdentity(identityNumber);
      const next = String(ledger.people().length + 1).padStart(23, '0');
      const psnNo = given ?? known?.psnNo ?? `${insurances[0]?.division ?? ''}${next}`;
      ledger.putPerson({ psnNo, certType: '01', certNo: identityNumber, ...rest });
      for (const { entitlement, ...insurance } of insurances) {
        ledger.putInsurance({ psnNo, ...insurance });
        if (entitlement !== undefined) ledger.putEntitlement(psnNo, insurance.insutype, entitlement);
      }
      ledger.putFamily(
        psnNo,
        family.flatMap((number) => ledger.personByIdentity(number)?.psnNo ?? []),
      );
      if (filings !== undefined) ledger.putFilings(psnNo, filings);
      return { psnNo };
    });
    return { people };
  });
}

/** Puts the made-up people with a working life into the ledger, as of a month. */
function seedCareers(ledger: SqliteLedger, people: People, month: string): unknown {
  return ledger.atomically(() => {
    const seeded = [...people.careers].map(([name, career]) => {
      const known = ledger.personByIdentity(career.identityNumber);
      const next = String(ledger.people().length + 1).padStart(23, '0');
      const { person, insurance, entitlement } = seedOf(
        career,
        known?.psnNo ?? `${divisionOf(career.city)}${next}`,
        month,
      );
      ledger.putPerson(person);
      ledger.putInsurance(insurance);
      ledger.putEntitlement(person.psnNo, insurance.insutype, entitlement);
      return { career: name, psnNo: person.psnNo, division: insurance.division };
    });
    return { people: seeded };
  });
}

/** The admin API: fills, arms, shows, empties. Its own port and token; no part of what it plays. */
export function createAdminApp(parts: AdminParts): App {
  const { ledger, his, operator, cashier, electronic, faults, log, settings } = parts;
  // What is not named stays as it is.
  const changed = z.preprocess(
    (changes) => (typeof changes === 'object' ? { ...settings.get(), ...changes } : changes),
    settingsSchema,
  );
  const armed = (): unknown => ({ armed: faults.list() });
  const routes: Readonly<Record<string, (body: Uint8Array) => Reply>> = {
    'POST /admin/people': (body) => checked(peopleSeedSchema, body, (seeds) => seedPeople(ledger, seeds)),
    'POST /admin/careers': (body) =>
      checked(careersSchema, body, ({ month }) => seedCareers(ledger, parts.people, month)),
    'POST /admin/encounters': (body) =>
      checked(encountersSeedSchema, body, ({ encounters }) => {
        his.atomically(() => {
          for (const { person, encounter } of encounters) his.put({ ...person, encounter });
        });
        return { encounters: encounters.map(({ encounter }) => encounter.encounterId) };
      }),
    'POST /admin/course': (body) =>
      answered(courseSchema, body, (course) => {
        const changed = takeCourse(his, course);
        return typeof changed === 'string' ? problem(409, 'COURSE', changed) : json(200, { total: changed.total });
      }),
    'POST /admin/electronic-cards': (body) =>
      checked(electronicSchema, body, ({ identityNumber }) =>
        electronic.cards.issue(identityNumber, Buffer.from(electronic.random.bytes(15)).toString('hex')),
      ),
    'POST /admin/faults': (body) =>
      checked(faultsSchema, body, ({ clear, arm }) => {
        if (clear) faults.clear();
        return { ids: arm.map((fault) => parts.arm(fault).id), armed: faults.list() };
      }),
    'POST /admin/enrolment-codes': (body) =>
      checked(enrolmentCodeSeedSchema, body, ({ code, institutionCode, minutes }) => {
        operator.enrolment.addCode(code, institutionCode, systemClock.now() + minutes * 60_000);
        return { code };
      }),
    'POST /admin/slots/free': (body) =>
      checked(freeSlotSchema, body, ({ institutionCode, terminalSlot }) => ({
        freed: operator.enrolment.freeSlot(institutionCode, terminalSlot),
      })),
    'GET /admin/slots': () => json(200, { slots: operator.enrolment.slots() }),
    'POST /admin/settings': (body) =>
      checked(changed, body, (next) => {
        settings.set(next);
        return next;
      }),
    'POST /admin/reset': (body) =>
      checked(emptySchema, body, () => {
        ledger.reset();
        his.reset();
        operator.reset();
        cashier.reset();
        faults.clear();
        log.clear();
        settings.set(settingsSchema.parse({}));
        return { reset: true };
      }),
    'GET /admin/faults': () => json(200, armed()),
    'GET /admin/settings': () => json(200, settings.get()),
    'GET /admin/ledger': () => json(200, ledgerView(ledger)),
    'GET /admin/his': () => json(200, hisView(his)),
    'GET /admin/operator': () => json(200, { records: operator.all(), alarms: operator.checkpoints.alarms() }),
    'GET /admin/cashier': () => json(200, { requests: cashier.all(), payments: cashier.payments() }),
    'GET /admin/log': () => json(200, logView(log)),
  };
  return {
    target: 'admin',
    admit(request) {
      if (!bearerIs(request.headers.authorization, parts.token)) return problem(401, 'UNAUTHORISED', 'bearer token');
      return Object.hasOwn(routes, `${request.method} ${request.path}`)
        ? null
        : problem(404, 'NOT_FOUND', 'unknown path');
    },
    keys: (request) => [request.path],
    messageId: () => null,
    answer: (request) =>
      routes[`${request.method} ${request.path}`]?.(request.body) ?? problem(404, 'NOT_FOUND', 'path'),
  };
}
