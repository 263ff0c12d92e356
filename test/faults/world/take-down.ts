import type { World } from './build.ts';

/** Ends every process and gives the journals back. */
export async function takeDown({ clock, terminals }: Pick<World, 'clock' | 'terminals'>): Promise<void> {
  for (const one of terminals) one.process()?.kill();
  await clock.run(0, () => false);
  for (const one of terminals) one.disk.remove();
}
