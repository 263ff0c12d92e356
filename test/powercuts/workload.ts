/**
 * A real run of the terminal's money core on a real, encrypted file: whole visits, some with a lost answer or request,
 * against the reference servers in memory, in simulated time. Every acknowledged transaction is a line of `--acks`,
 * written when its COMMIT has returned. The last line says how it ended.
 *   node workload.ts --file DB --acks FILE --visits N [--normal] [--mark]
 * `--mark`: `begin` in the acks before the first settlement, and what each COMMIT is about to make durable.
 */
import { openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PERSON } from '../../central/testing/kit.ts';
import type { Weather } from '../../terminal/settlement/testing/other-sides.ts';
import { encounter, holder, makeWorld } from '../../terminal/settlement/testing/world.ts';
import { storeFailure } from '../../terminal/store/open.ts';
import { type RowState, watchLibrary } from './library.ts';

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    acks: { type: 'string', default: '' },
    visits: { type: 'string', default: '1' },
    normal: { type: 'boolean', default: false },
    mark: { type: 'boolean', default: false },
  },
});
const acks = openSync(values.acks, 'a', 0o600);
const tell = (line: object): void => void writeSync(acks, `${JSON.stringify(line)}\n`);
const commits = values.mark ? { onCommit: (coming: readonly RowState[]) => tell({ coming }) } : {};
watchLibrary({ normal: values.normal, onAcknowledged: (rows) => tell({ rows }), ...commits });

/** What a failing disk does to one step: its code, as a person and the log would get it. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (cause) {
    const code = storeFailure(cause);
    if (code === null) throw cause;
    tell({ failed: code });
  }
}

/** The file is closed and opened anew this often, as a terminal is that is switched off at night. */
const VISITS_A_DAY = 16;
const weathers: readonly Weather[] = ['fine', 'fine', 'lostAfter', 'fine', 'lostBefore'];

const world = makeWorld(5, { place: { file: values.file }, balance: 100_000 });
let terminal = world.boot();
let ends: readonly string[] = [];
for (let visit = 0; visit < Number(values.visits); visit++) {
  if (visit % VISITS_A_DAY === VISITS_A_DAY - 1) {
    await terminal.settlements.stop();
    await terminal.outbox.stop();
    terminal.store.close();
    terminal = world.boot();
  }
  const its = encounter(`OP20260302${String(visit + 100)}`);
  world.sides.hisStore.put({ identityNumber: PERSON.certNo, name: PERSON.name, encounter: its });
  let first = true;
  world.sides.forecast = (to, what) => {
    if (to !== 'centre' || what !== '2207' || !first) return 'fine';
    first = false;
    return weathers[visit % weathers.length] ?? 'fine';
  };
  const insured = await world.identify(terminal);
  const prepared = await world.clock.until(
    terminal.settlements.prepare({ holder, insured, encounter: its, useAccount: true, onStep: () => {} }),
  );
  if (!prepared.ok) throw new Error(`visit ${visit}: ${prepared.error.code} ${prepared.error.reason ?? ''}`);
  if (values.mark) tell({ begin: true });
  const result = await world.clock.until(terminal.settlements.settle(prepared.value, 45_000, () => {}));
  const messageId =
    'messageId' in result ? result.messageId : result.kind === 'settled' ? result.settled.messageId : '';
  const code = 'failure' in result ? result.failure.code : null;
  tell({ result: result.kind, code, messageId });
  if (result.kind === 'settled') {
    const { id, checkCode } = result.settled;
    attempt(() => {
      const job = terminal.prints.create({ settlementId: id, kind: 'settlement', checkCode });
      terminal.prints.finish(job.jobId, { kind: 'printed', printerMs: 1 });
    });
  }
  await world.clock.advance(200_000);
  ends = [...ends, result.kind];
}
await terminal.settlements.stop();
await terminal.outbox.stop();
attempt(() => terminal.store.close());
tell({ ended: ends, storeFailures: terminal.audited.filter((code) => code === 'store.failed').length });
process.exit(0);
