import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPlanted } from './run.ts';
import { variants } from './variants.ts';

/** A tenth of the variants, another one each day; all of them are `npm run planted`. */
const TENTH = 3;
const day = Math.floor(Date.now() / 86_400_000);
const first = (day % Math.ceil(variants.length / TENTH)) * TENTH;
const today = variants.slice(first, first + TENTH);

it.each(today)('$name is caught by what must name it, and only with the bug', async (variant) => {
  const stopping = new AbortController();
  const options = { root: join(import.meta.dirname, '..', '..'), atOnce: 1, signal: stopping.signal, onResult() {} };
  const [result] = await runPlanted([variant], options);
  expect(result).toMatchObject({ name: variant.name, caught: true, missed: null });
});
