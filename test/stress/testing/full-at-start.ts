import { startRig } from './rig.ts';
import { empty, fill } from './small-disk.ts';

/**
 * A program on a disk of its own (its argument): a terminal with an open print job is started on the full disk, then
 * the disk is freed. Says in one line what it saw.
 */
const [dir = '', leave = '0'] = process.argv.slice(2);
const until = async (check: () => boolean, ms: number): Promise<boolean> => {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return check();
};

const rig = await startRig();
const first = rig.boot(dir);
first.core().prints.jobs.create({ settlementId: null, kind: 'test', checkCode: null });
await first.stop();
fill(dir, Number(leave));
const second = rig.boot(dir);
const atStart = { fault: second.backbone.fault(), session: second.sessionFault() };
const prepared = await second.prepare();
empty(dir);
const mended = await until(() => second.backbone.fault() === null, 12_000);
const open = second.books().store.prints.open().length;
const settled = await second.settle();
process.stdout.write(
  `${JSON.stringify({ atStart, refused: prepared.ok ? null : prepared.error.code, mended, open, settled: settled.kind })}\n`,
);
await rig.stop();
