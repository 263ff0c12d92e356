import { pause } from '../testing/x-screen.ts';
import type { HandAttempt, Target } from './attempt.ts';

/** A place on the glass where the hostile page has its link, picture and text, and the real screen its keys. */
const AT = { picture: ['140', '140'], text: ['150', '318'], link: ['120', '418'], zone: ['540', '1340'] } as const;
const hands = (target: Target, ...words: readonly string[]): Promise<string> => target.screen.hands(...words);

async function drag(target: Target, from: readonly [string, string], to: readonly [string, string]): Promise<void> {
  await hands(target, 'mousemove', ...from, 'mousedown', '1');
  for (const step of [0.3, 0.6, 1]) {
    const along = (index: 0 | 1): string =>
      String(Math.round(Number(from[index]) + (Number(to[index]) - Number(from[index])) * step));
    await hands(target, 'mousemove', along(0), along(1));
    await pause(80);
  }
}

export const pointerAttempts: readonly HandAttempt[] = [
  {
    id: 'right click',
    by: 'hands',
    wins: ['glass', 'window'],
    locks: ['page', 'flag:--kiosk'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.zone, 'click', '3');
    },
  },
  {
    id: 'right click on a link',
    by: 'hands',
    wins: ['glass', 'window'],
    locks: ['page', 'flag:--kiosk'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.link, 'click', '3');
    },
  },
  {
    id: 'middle click on a link',
    by: 'hands',
    wins: ['window', 'elsewhere'],
    locks: ['page', 'csp:sandbox', 'policy:URLBlocklist'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.link, 'click', '2');
    },
  },
  {
    id: 'ctrl and a click on a link',
    by: 'hands',
    wins: ['window', 'elsewhere'],
    locks: ['csp:sandbox', 'policy:URLBlocklist'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.link, 'keydown', 'ctrl', 'click', '1', 'keyup', 'ctrl');
    },
  },
  {
    id: 'shift and a click on a link',
    by: 'hands',
    wins: ['window', 'elsewhere'],
    locks: ['csp:sandbox', 'policy:URLBlocklist'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.link, 'keydown', 'shift', 'click', '1', 'keyup', 'shift');
    },
  },
  {
    id: 'ctrl and the wheel',
    by: 'hands',
    wins: ['glass', 'zoom'],
    locks: ['page'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.zone, 'keydown', 'ctrl', 'click', '4', 'click', '4', 'keyup', 'ctrl');
    },
  },
  {
    id: 'double click selects text',
    by: 'hands',
    wins: ['glass'],
    locks: ['page'],
    async act(target) {
      await hands(target, 'mousemove', ...AT.text, 'click', '--repeat', '3', '--delay', '60', '1');
    },
  },
  {
    id: 'dragging a picture',
    by: 'hands',
    wins: ['glass', 'page', 'window'],
    locks: ['page'],
    async act(target) {
      await drag(target, AT.picture, ['600', '900']);
    },
  },
  {
    id: 'dragging a link',
    by: 'hands',
    wins: ['glass', 'page', 'window'],
    locks: ['page'],
    async act(target) {
      await drag(target, AT.link, ['600', '900']);
    },
  },
];
