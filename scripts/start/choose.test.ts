import { expect, it } from 'vitest';
import { WINDOW } from '../../shell/browser/choose.ts';
import { chooseShell } from './choose.ts';
import { DOCK_PLACE } from './dock-window.ts';

const all = { display: true, electron: '/e', chromium: '/c' };

it.each([
  ['Electron first', null, all, 'electron'],
  ['else Chromium', null, { ...all, electron: null }, 'chromium'],
  ['else a link', null, { ...all, electron: null, chromium: null }, 'url'],
  ['a link where nothing can be shown', null, { ...all, display: false }, 'url'],
  ['Chromium when asked', 'chromium', all, 'chromium'],
  ['a link when asked', 'url', all, 'url'],
] as const)('%s', (_, asked, machine, kind) => {
  expect(chooseShell(asked, machine)).toEqual({ ok: true, value: kind });
});

it.each([
  ['electron', { ...all, electron: null }, 'noElectron'],
  ['chromium', { ...all, chromium: null }, 'noChromium'],
  ['chromium', { ...all, display: false }, 'noDisplay'],
] as const)('says why not %s', (asked, machine, why) => {
  const chosen = chooseShell(asked, machine);
  expect(chosen.ok ? '' : chosen.error).toBe(why);
});

it('the dock stands beside the kiosk’s window on a screen of 1366×768', () => {
  const { left, top, width, height } = DOCK_PLACE;
  expect(left).toBeGreaterThanOrEqual(WINDOW.width);
  expect(left + width).toBeLessThanOrEqual(1366);
  expect(top + height).toBeLessThanOrEqual(768);
});
