import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCashier } from '../cashier/cashier.ts';
import { createCertificateBook } from '../certificates/book.ts';
import { createLabSeal } from '../certificates/seal.ts';
import { createCentre } from '../core/handle.ts';
import { defaultSettings } from '../core/settings.ts';
import { createHis } from '../his/his.ts';
import { loadCatalogue } from '../national/load-catalogue.ts';
import { loadCodeTables } from '../national/load-code-tables.ts';
import { loadFields } from '../national/load-fields.ts';
import { createTerminalAuthority } from '../operator/enrolment/authority.ts';
import { createEnrolment } from '../operator/enrolment/enrolment.ts';
import { createOperator } from '../operator/operator.ts';
import { loadPeople } from '../people/answers/find.ts';
import { createElectronicCards } from '../people/electronic-cards.ts';
import { loadMedicalPlans } from '../plans/medical/load.ts';
import { loadPlan } from '../plans/plan.ts';
import { openCardReports } from '../store/card-reports.ts';
import { openCashierStore } from '../store/cashier-store.ts';
import { openCertificateStore } from '../store/certificate-store.ts';
import { openDeclarationStore } from '../store/declaration-store.ts';
import { openHisStore } from '../store/his-store.ts';
import { openLedger } from '../store/ledger.ts';
import { openOperatorStore } from '../store/operator-store.ts';
import { openProofStore } from '../store/proof-store.ts';
import { createAdminApp } from './apps/admin-app.ts';
import { createBenefitsApp } from './apps/benefits-app.ts';
import { createCashierApp } from './apps/cashier-app.ts';
import { createCentreApp } from './apps/centre-app.ts';
import { createHisApp } from './apps/his-app.ts';
import { createOperatorApp } from './apps/operator-app.ts';
import { createFaultBook, type Fault } from './faults/fault.ts';
import { createGate, type GateSettings } from './gate/switch.ts';
import { type Running, type ServerParts, serve } from './https-server.ts';
import { createRequestLog } from './log.ts';
import type { Secrets } from './secrets.ts';
import { systemClock, systemRandom } from './system.ts';

export interface StartOptions {
  /** State directory for the four databases, or ":memory:". */
  readonly dir: string;
  readonly tls: { readonly cert: string; readonly key: string };
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<'centre' | 'his' | 'operator' | 'benefits' | 'admin', number>> & {
    readonly cashier?: number;
  };
  /** In which form the centre is spoken to; without it a path per transaction with the x-tif token. */
  readonly gate?: GateSettings;
  /** Human-readable lines; hold message ids and transaction numbers, no personal data. */
  readonly say: (line: string) => void;
}

export interface Central {
  readonly centre: string;
  readonly his: string;
  readonly operator: string;
  readonly benefits: string;
  readonly cashier: string;
  readonly admin: string;
  stop(): Promise<void>;
}

/** Builds and starts all six servers; the composition root of this room. */
export async function startCentral(options: StartOptions): Promise<Central> {
  const { secrets, say, ports } = options;
  const memory = options.dir === ':memory:';
  if (!memory) mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const place = (name: string): string => (memory ? ':memory:' : join(options.dir, name));
  const ledger = openLedger(place('centre.db'));
  const hisStore = openHisStore(place('his.db'));
  const operatorStore = openOperatorStore(place('operator.db'));
  const certificateStore = openCertificateStore(place('certificates.db'));
  const proofs = openProofStore(place('proofs.db'));
  const declarations = openDeclarationStore(place('declarations.db'));
  const cards = openCardReports(place('cards.db'));
  const electronic = createElectronicCards(systemClock);
  const cashierStore = openCashierStore(place('cashier.db'));
  const faults = createFaultBook();
  const log = createRequestLog();
  let settings = defaultSettings;
  const plan = loadPlan('haichuan');
  const cityPlans = loadMedicalPlans();
  const people = loadPeople();
  const certificates = createCertificateBook({
    ...{ people, store: certificateStore, clock: systemClock, random: systemRandom },
    seal: createLabSeal(generateKeyPairSync('ed25519').privateKey),
  });
  const handle = createCentre({
    fields: loadFields(),
    plan,
    cityPlans,
    codeTables: loadCodeTables(),
    catalogue: loadCatalogue(),
    settings: () => settings,
  });
  const parts: ServerParts = { clock: systemClock, faults, log, tls: options.tls, say };

  const keyLifetimeMs = (): number | null =>
    settings.keyLifetimeHours === null ? null : settings.keyLifetimeHours * 3_600_000;
  const his = createHis(hisStore, { now: systemClock.now, keyLifetimeMs });
  const enrolment = createEnrolment({
    ...{ store: operatorStore.enrolment, authority: createTerminalAuthority(), now: systemClock.now },
    ...{ atomically: operatorStore.atomically, operatorToken: secrets.operator },
  });
  const operator = createOperator(operatorStore, systemClock.now, keyLifetimeMs);

  const cashier = createCashier(cashierStore, systemClock.now, () => settings.cashier);

  const spoken = options.gate ?? { family: { kind: 'x-tif', token: secrets.xtif }, sm: null };
  const gate = createGate(spoken, () => systemClock.now());
  const core = { handle, ledger, clock: systemClock, random: systemRandom, gate, say };
  const servers: Record<Fault['target'], Running> = {
    centre: await serve(createCentreApp(core), ports.centre, parts),
    his: await serve(createHisApp(his, secrets.his), ports.his, parts),
    operator: await serve(createOperatorApp(operator, secrets.operator, enrolment), ports.operator, parts),
    benefits: await serve(
      await createBenefitsApp({
        ...{ ledger, plan, cityPlans, people, certificates, proofs, declarations, cards, electronic },
        ...{ clock: systemClock, say, token: secrets.benefits },
      }),
      ports.benefits,
      parts,
    ),
    cashier: await serve(createCashierApp(cashier, secrets.cashier), ports.cashier ?? 0, parts),
  };

  function arm(fault: Fault) {
    const armed = faults.arm(fault);
    say(`armed ${fault.target} ${fault.infno ?? fault.path ?? '*'}: ${fault.kind} × ${fault.times}`);
    const server = servers[fault.target];
    if (fault.kind === 'tlsReset') server.closeIdle();
    if (fault.kind === 'refuseConnections') {
      const refuse = (): void => {
        server.refuseFor(fault.ms ?? 1000).catch((cause: unknown) => say(String(cause)));
      };
      // Without a wait the port is shut before the one who armed it hears that it is armed.
      if (fault.afterMs === 0) refuse();
      else systemClock.after(fault.afterMs, refuse);
    }
    return armed;
  }

  const admin = await serve(
    createAdminApp({
      ledger,
      people,
      electronic: { cards: electronic, random: systemRandom },
      his: hisStore,
      operator: operatorStore,
      cashier: cashierStore,
      faults,
      log,
      token: secrets.admin,
      settings: {
        get: () => settings,
        set(changed) {
          settings = changed;
        },
      },
      arm,
    }),
    ports.admin,
    parts,
  );

  return {
    centre: servers.centre.url,
    his: servers.his.url,
    operator: servers.operator.url,
    benefits: servers.benefits.url,
    cashier: servers.cashier.url,
    admin: admin.url,
    async stop() {
      await Promise.all([...Object.values(servers), admin].map((server) => server.stop()));
      ledger.close();
      hisStore.close();
      operatorStore.close();
      certificateStore.close();
      proofs.close();
      declarations.close();
      cards.close();
      cashierStore.close();
    },
  };
}
