import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIVISION, INSTITUTION, LINES, OPERATOR, PERSON, TOTAL } from '../../../central/testing/kit.ts';
import type { AuditCode } from '../../../common/contracts/audit.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { fen } from '../../../common/kernel/money.ts';
import { type Pii, pii } from '../../../common/kernel/pii.ts';
import { seededRandom } from '../../../common/kernel/seeded.ts';
import { openChain } from '../../audit/chain.ts';
import { createAuditLog } from '../../audit/log.ts';
import { hisByOrigin } from '../../billing/his-by-origin.ts';
import { askFirst, askHis, askOperator } from '../../outbox/ask-first.ts';
import { createOutbox, type Outbox } from '../../outbox/outbox.ts';
import { createHisSink, createOperatorSink } from '../../outbox/sinks.ts';
import type { CardHolder, Insured, Prepared, PrepareStep } from '../../ports.ts';
import { openStore, type Place } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { type Audience, createAudience } from '../audience.ts';
import type { CoreSettings } from '../deps.ts';
import { createPrintJobs, type PrintJobsCore } from '../print-jobs.ts';
import { createSettlements, type SettlementsCore } from '../settlements.ts';
import { otherSides } from './other-sides.ts';
import { virtualClock } from './virtual-clock.ts';

/** A terminal's money core on a real database, with the reference centre, HIS and operator, in simulated time. */

export const holder: Pii<CardHolder> = pii({
  name: PERSON.name,
  identityNumber: PERSON.certNo,
  cardNumber: PERSON.cardNumber ?? '',
  cardId: PERSON.cardId ?? '',
  regionCode: DIVISION,
});

export function encounter(id = 'OP20260302001'): HisEncounter {
  return {
    encounterId: id,
    visitedAt: '2026-03-02 08:30:00',
    medicalType: '11',
    department: { code: 'K01', name: '内科', specialty: '03' },
    doctor: { code: 'D001', name: '测试医师' },
    diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
    lines: LINES.map((line) => ({
      lineId: line.sn,
      name: line.code,
      nationalCode: line.code,
      hospitalCode: `H-${line.code}`,
      category: '09',
      count: line.count,
      unit: null,
      unitPrice: line.price,
      amount: line.amount,
      occurredAt: '2026-03-02 08:45:00',
      prescription: null,
    })),
    total: TOTAL,
  };
}

/** The process is gone; thrown out of every transaction that comes after. */
export class Killed extends Error {}

export interface Terminal {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly settlements: SettlementsCore;
  readonly prints: PrintJobsCore;
  /** Given to the next `boot`, it makes another core in the same process. */
  readonly audience: Audience;
  readonly audited: AuditCode[];
  readonly timings: { readonly step: string; readonly ms: number; readonly ownMs: number }[];
  /** As SIGKILL: nothing more is written, waits end, the lock falls. */
  kill(): void;
}

export interface Switch {
  /** Called with the number of each transaction; `before` kills instead of it, `after` right after its commit. */
  onCommit(count: number): 'go' | 'before' | 'after';
}

export interface WorldOptions {
  readonly balance?: number;
  readonly place?: Place;
  readonly foundAfterSession?: CoreSettings['foundAfterSession'];
  readonly hasHisApi?: boolean;
}

export function makeWorld(seed: number, options: WorldOptions = {}) {
  const clock = virtualClock();
  const random = seededRandom(seed);
  const sides = otherSides(clock, random, options.balance);
  const place = options.place ?? { file: join(mkdtempSync(join(tmpdir(), 'minka-world-')), 'minka.db') };
  const key = seededRandom(seed + 1).bytes(32);
  const settings: CoreSettings = {
    site: {
      institutionCode: INSTITUTION,
      terminalSlot: 7,
      terminalLabel: 'ZZ-07',
      operatorNumber: OPERATOR,
      messageIdPattern: 'base36',
    },
    centre: {
      accountInsideFunds: false,
      mutualAidInsideAccount: true,
      settlementQueryNeedsSetlId: false,
      reversalDoneTexts: ['未找到原交易', '已冲正', '已退费'],
      reversalNothingTexts: ['未找到原交易'],
      strayMs: 300_000,
      balanceChangedTexts: ['余额发生变化'],
    },
    schemes: ['310', '390'],
    foundAfterSession: options.foundAfterSession ?? 'keep',
    hasHisApi: options.hasHisApi ?? false,
  };
  sides.hisStore.put({ identityNumber: PERSON.certNo, name: PERSON.name, encounter: encounter() });

  const boot = (
    killSwitch: Switch = { onCommit: () => 'go' },
    changes: Partial<CoreSettings['centre']> = {},
    site: Partial<CoreSettings['site']> = {},
    audience: Audience = createAudience(),
  ): Terminal => {
    const opened = openStore(place, () => key, { lockMs: 0 });
    if (!opened.ok) throw new Error(opened.error);
    const real = opened.value;
    let dead = false;
    let commits = 0;
    let depth = 0;
    const store: Store = {
      ...real,
      transaction(work) {
        if (dead) throw new Killed();
        if (depth > 0) return real.transaction(work);
        const fate = killSwitch.onCommit(++commits);
        if (fate === 'before') {
          terminal.kill();
          throw new Killed();
        }
        depth += 1;
        try {
          const result = real.transaction(work);
          if (fate !== 'after') return result;
          terminal.kill();
          throw new Killed();
        } finally {
          depth -= 1;
        }
      },
    };
    const audited: AuditCode[] = [];
    const timings: Terminal['timings'] = [];
    const log = createAuditLog({ clock, line: (code) => void audited.push(code), report: () => {} });
    log.attach({ store, chain: openChain(real, settings.site, random, clock.now()) });
    const common = { store, clock, random, audit: log.audit };
    const { ageUnknownUpTo } = store.outbox;
    const his = hisByOrigin(sides.his, { store, clock });
    const asking = { clock, audit: log.audit, keyLifetimeHours: 24, ageUnknownUpTo };
    const outbox = createOutbox({
      ...common,
      sinks: {
        operator: askFirst(
          createOperatorSink(sides.operator, { terminal: 'ZZ-07', institution: INSTITUTION, batch: 50 }),
          { ...asking, callMs: 20_000, ask: askOperator(sides.operator) },
        ),
        his: askFirst(createHisSink(his), { ...asking, callMs: 15_000, ask: askHis(his) }),
      },
    });
    const settlements = createSettlements({
      ...common,
      outbox,
      audience,
      centre: sides.centre,
      his,
      timing: (step, ms, ownMs) => void timings.push({ step, ms, ownMs }),
      settings: { ...settings, site: { ...settings.site, ...site }, centre: { ...settings.centre, ...changes } },
    });
    const terminal: Terminal = {
      store,
      outbox,
      settlements,
      prints: createPrintJobs({ ...common, outbox }),
      audience,
      audited,
      timings,
      kill() {
        if (dead) return;
        dead = true;
        void settlements.stop();
        void outbox.stop();
        // After the statement that is running: a database cannot be closed from inside its own transaction.
        setImmediate(() => real.close());
      },
    };
    try {
      outbox.start();
    } catch (cause) {
      if (!(cause instanceof Killed)) throw cause;
    }
    return terminal;
  };

  const identify = async (terminal: Terminal): Promise<Insured> => {
    const insured = await clock.until(terminal.settlements.identify(holder));
    if (!insured.ok) throw new Error(`${insured.error.code} ${insured.error.reason ?? ''}`);
    return insured.value;
  };

  const prepare = async (terminal: Terminal, useAccount = true, steps: PrepareStep[] = []): Promise<Prepared> => {
    const insured = await identify(terminal);
    const input = {
      holder,
      insured,
      encounter: encounter(),
      useAccount,
      onStep: (step: PrepareStep) => steps.push(step),
    };
    const prepared = await clock.until(terminal.settlements.prepare(input));
    if (!prepared.ok) throw new Error(`${prepared.error.code} ${prepared.error.reason ?? ''}`);
    return prepared.value;
  };

  return { clock, random, sides, place, key, boot, identify, prepare, total: fen(106_548) };
}
