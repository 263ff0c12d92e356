import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkInvariants } from '../../../terminal/settlement/testing/invariants.ts';
import { makeWorld } from '../../../terminal/settlement/testing/world.ts';
import { empty, fill, PAGE } from './small-disk.ts';

/**
 * A program on a disk of its own: one settlement after the other, each of which meets a full disk at another moment and
 * with another number of pages left (arguments: folder, first, last and step of the pages). Afterwards there is room
 * again and the books must add up. Says in one line how they ended; a broken invariant ends it with its words.
 */
const [dir = '', first = '0', last = '0', step = '1'] = process.argv.slice(2);
/** The message that is under way when the disk fills up; null: before anything. */
const MOMENTS = [null, '2204', '2207'] as const;
const ended: Record<string, number> = {};

for (let pages = Number(first); pages <= Number(last); pages += Number(step)) {
  for (const moment of MOMENTS) {
    const place = join(dir, 'journal');
    mkdirSync(place);
    const world = makeWorld(pages + 1, { place: { file: join(place, 'terminal.db') } });
    const terminal = world.boot();
    if (moment === null) fill(dir, pages * PAGE);
    let full = moment === null;
    world.sides.forecast = (to, what) => {
      if (to === 'centre' && what === moment && !full) {
        full = true;
        fill(dir, pages * PAGE);
      }
      return 'fine';
    };
    let how: string;
    try {
      const prepared = await world.prepare(terminal);
      const result = await world.clock.until(terminal.settlements.settle(prepared, 45_000, () => {}));
      how = result.kind === 'notSent' ? result.failure.code : result.kind;
    } catch (cause) {
      how = cause instanceof Error ? cause.message.trim() : 'thrown';
    }
    const sent = world.sides.arrived.filter(({ infno }) => infno === '2207').length;
    empty(dir);
    await world.clock.advance(600_000);
    terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const again = world.boot();
    again.prints.recover();
    await world.clock.until(again.settlements.recover());
    await world.clock.advance(1_200_000);
    checkInvariants(world, again);
    again.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const name = `${moment ?? 'start'}: ${how}${how === 'STORE_FULL' && sent > 0 ? ' after sending' : ''}`;
    ended[name] = (ended[name] ?? 0) + 1;
    rmSync(place, { recursive: true });
  }
}
process.stdout.write(`${JSON.stringify(ended)}\n`);
process.exit(0);
