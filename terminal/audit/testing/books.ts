import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOperator } from '../../../central/operator/operator.ts';
import { openOperatorStore } from '../../../central/store/operator-store.ts';
import { operatorRecordSchema } from '../../../common/contracts/operator/records.ts';
import { ok } from '../../../common/kernel/result.ts';
import { seededRandom } from '../../../common/kernel/seeded.ts';
import { createOutbox } from '../../outbox/outbox.ts';
import { createOperatorSink } from '../../outbox/sinks.ts';
import { virtualClock } from '../../settlement/testing/virtual-clock.ts';
import { connect, type Db } from '../../store/database.ts';
import { openStore } from '../../store/open.ts';
import { openChain } from '../chain.ts';
import { createCheckpoints } from '../checkpoints.ts';
import { createAuditLog } from '../log.ts';
import { verifyChain } from '../verify.ts';

export const KEY = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
export const INSTITUTION = 'H99010000001';
const clock = virtualClock();

/** The operator that all terminals of a test report to. */
export function makeOperator() {
  const store = openOperatorStore(':memory:');
  return { ...createOperator(store, () => clock.now()), records: () => store.all() };
}
export type TestOperator = ReturnType<typeof makeOperator>;

/** A terminal's books in a real, encrypted file: audit rows, and checkpoints that go to `operator` through the queue. */
export function makeBooks(slot: number, operator: TestOperator, seed = slot) {
  const file = join(mkdtempSync(join(tmpdir(), 'minka-audit-')), 'terminal.db');
  const random = seededRandom(seed);
  const site = { institutionCode: INSTITUTION, terminalSlot: slot };
  const terminal = `ZZ-${slot}`;
  let batches = 0;
  let made = 0;
  const gateway = {
    write: (records: unknown) => JSON.stringify({ records }),
    post: async (text: string) => {
      const { records } = JSON.parse(text) as { records: { key: string }[] };
      for (const record of records) operatorRecordSchema.parse(record);
      batches += 1;
      return ok({
        reply: operator.post(`${terminal} ${seed} ${batches}`, { records }),
        timing: { wallMs: 1, serverMs: 1 },
      });
    },
  };

  const open = () => {
    const opened = openStore({ file }, () => KEY, { lockMs: 0 });
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };

  /** One run of the terminal: opens, appends `acts` rows, tells the operator, closes. */
  const run = async (acts: number, told = true): Promise<void> => {
    const store = open();
    const log = createAuditLog({
      clock,
      line: () => {},
      report: (_what, cause) => {
        throw cause;
      },
    });
    log.attach({ store, chain: openChain(store, site, random, clock.now()) });
    const outbox = createOutbox({
      store,
      clock,
      random,
      audit: log.audit,
      sinks: {
        operator: createOperatorSink(gateway, { terminal, institution: INSTITUTION, batch: 50 }),
        his: { batch: 1, deliver: async () => ({ kind: 'unavailable', reason: 'none here', retryAfterMs: null }) },
      },
    });
    const checkpoints = createCheckpoints({ store, outbox, clock, report: () => {} });
    store.transaction(() => {
      for (let i = 0; i < acts; i++) {
        made += 1;
        log.audit('print.printed', { jobId: `${terminal}-${made}`, copy: 0 });
      }
    });
    if (told) await clock.until(checkpoints.stop());
    log.detach();
    store.close();
  };

  /** Runs SQL on the closed file, as someone with the key would. */
  const tamper = (work: (db: Db) => void, at = file): void => {
    const db = connect(at, 0);
    db.pragma("cipher='chacha20'");
    db.pragma(`key="x'${Buffer.from(KEY).toString('hex')}'"`);
    db.exec('DROP TRIGGER audit_stays; DROP TRIGGER audit_remains;');
    db.transaction(() => work(db)).immediate();
    db.close();
  };

  const verify = async (witness: boolean) => {
    const store = open();
    const checkpoints = witness ? operator.checkpoints().checkpoints : [];
    const report = await verifyChain({ rows: store.audit, site, checkpoints, breathe: async () => {} });
    store.close();
    if (report === null) throw new Error('no chain');
    return report;
  };
  /** Kinds of findings with their rows, as "kind from-to". */
  const found = async (witness: boolean): Promise<readonly string[]> =>
    (await verify(witness)).findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

  return { file, run, tamper, verify, found, site, open };
}
