import { mkdirSync, rmSync } from 'node:fs';
import { type Count, sum } from './count.ts';
import { endRunnersWhenInterrupted, type Words } from './runner.ts';
import { type Lane, OUT } from './stages.ts';

const toStderr = (text: string): void => void process.stderr.write(text);

/**
 * Runs each group's lanes side by side and the groups one after the other, all of them even when one failed: a person
 * wants the whole picture. The last line is one plain sum over all runners, or with `json` stdout is one object.
 * Exit 0 where nothing failed, 1 otherwise.
 */
export async function runLanes(groups: readonly (readonly Lane[])[], json: boolean): Promise<never> {
  endRunnersWhenInterrupted();
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true, mode: 0o700 });
  const counts: Count[] = [];
  for (const lanes of groups) {
    const done = await Promise.all(lanes.map((lane, index) => runLane(lane, index === 0)));
    counts.push(...done.flat());
  }
  for (const { stage, passed, failed, skipped, seconds } of counts)
    toStderr(`${stage}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s\n`);
  const total = sum(counts);
  if (json) console.log(JSON.stringify({ ok: total.failed === 0, ...total, stages: counts }));
  else console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** The first lane speaks at once; another's words come whole when a stage of it has ended. */
async function runLane(lane: Lane, live: boolean): Promise<readonly Count[]> {
  const counts: Count[] = [];
  for (const [name, stage] of Object.entries(lane)) {
    toStderr(`\n== ${name}${live ? '' : ' begins, beside the other; its words follow'}\n`);
    const words = live ? loud : kept(name);
    counts.push(await stage(words));
    words.end();
  }
  return counts;
}

interface StageWords extends Words {
  end(): void;
}

const loud: StageWords = { live: true, say: toStderr, end: () => {} };

function kept(name: string): StageWords {
  const parts: string[] = [];
  return {
    live: false,
    say: (text) => void parts.push(text),
    end: () => toStderr(`\n== ${name}\n${parts.join('')}`),
  };
}
