import type { SettleResult } from '../../ports.ts';
import type { Weather } from './other-sides.ts';
import { makeWorld, type Terminal } from './world.ts';

const running: Terminal[] = [];

/** For `afterEach`: ends every terminal of the test. */
export function endAll(): void {
  for (const terminal of running.splice(0)) terminal.kill();
}

/** One running terminal in a world of its own, and what a test asks of it. */
export function start(
  seed = 1,
  options: Parameters<typeof makeWorld>[1] = {},
  changes: Parameters<ReturnType<typeof makeWorld>['boot']>[1] = {},
) {
  const world = makeWorld(seed, options);
  const terminal = world.boot(undefined, changes);
  running.push(terminal);
  const settle = async (limitMs = 45_000): Promise<SettleResult> => {
    const prepared = await world.prepare(terminal);
    return world.clock.until(terminal.settlements.settle(prepared, limitMs, () => {}));
  };
  /** The centre's weather for the first 2207 only. */
  const storm = (weather: Weather, infno = '2207'): void => {
    let used = false;
    world.sides.forecast = (to, what) => {
      if (to !== 'centre' || what !== infno || used) return 'fine';
      used = true;
      return weather;
    };
  };
  const quiet = () => world.clock.advance(600_000);
  const records = () => world.sides.operatorStore.all().map((record) => record.kind);
  const hisRow = () => world.sides.hisStore.find('OP20260302001');
  const sent = (infno: string) => world.sides.arrived.filter((message) => message.infno === infno);
  return { ...world, terminal, settle, storm, quiet, records, hisRow, sent };
}
