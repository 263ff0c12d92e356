import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../wire/system.ts';
import { displayAnswers, whenDisplayed } from './display.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});
/** A display's socket without a display: an abstract name needs no file. */
const listen = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer((line) => line.on('error', () => {}));
    close.push(() => server.close());
    server.once('error', reject).listen({ path: name }, () => resolve());
  });

it('a display of this machine is there when its socket takes a call', async () => {
  expect(await displayAnswers({ DISPLAY: ':54321' })).toBe(false);
  await listen('\0/tmp/.X11-unix/X54321');
  expect(await displayAnswers({ DISPLAY: ':54321' })).toBe(true);
  expect(await displayAnswers({ DISPLAY: ':54321.0' })).toBe(true);
});

it('without a name there is none; what cannot be tried is taken at its word', async () => {
  expect(await displayAnswers({})).toBe(false);
  expect(await displayAnswers({ DISPLAY: '' })).toBe(false);
  expect(await displayAnswers({ DISPLAY: 'elsewhere:0' })).toBe(true);
  expect(await displayAnswers({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
});

it('a browser is started when its display comes, however late, and never after that was given up', async () => {
  const env = { DISPLAY: ':54322' };
  const told: string[] = [];
  const hear = (name: string) => ({ open: () => void told.push(`${name} open`), missing: () => void told.push(name) });
  whenDisplayed(env, systemClock(), hear('kept'));
  const giveUp = whenDisplayed(env, systemClock(), hear('given up'));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(told.sort()).toEqual(['given up', 'kept']);
  giveUp();
  await listen('\0/tmp/.X11-unix/X54322');
  await expect.poll(() => told.slice(2), { timeout: 3000 }).toEqual(['kept open']);
});
