import type { Gain } from '../testing/gains.ts';
import type { HandAttempt } from './attempt.ts';
import type { Lock } from './lock.ts';

/** Presses one chord; the glass is touched first, so that the page has the keyboard. */
function chord(keys: string, wins: readonly Gain[], ...more: readonly Lock[]): HandAttempt {
  return {
    id: `key ${keys}`,
    by: 'hands',
    wins,
    locks: ['page', ...more],
    async act({ screen }) {
      await screen.hands('key', keys);
    },
  };
}

const SEEN: readonly Gain[] = ['window', 'glass', 'page', 'file', 'gone'];

/** Keys that the browser would take, and those that the window manager would. */
export const keyAttempts: readonly HandAttempt[] = [
  chord('F1', ['window']),
  chord('F3', SEEN),
  chord('F5', ['page']),
  chord('F7', SEEN),
  chord('F12', SEEN, 'policy:DeveloperToolsAvailability'),
  chord('ctrl+t', ['window']),
  chord('ctrl+n', ['window']),
  chord('ctrl+w', ['gone', 'window']),
  chord('ctrl+s', ['window'], 'policy:AllowFileSelectionDialogs', 'policy:DownloadRestrictions'),
  chord('ctrl+p', SEEN, 'policy:PrintingEnabled', 'policy:DisablePrintPreview', 'csp:sandbox'),
  chord('ctrl+u', SEEN, 'policy:URLBlocklist', 'policy:DeveloperToolsAvailability'),
  chord('ctrl+j', ['window']),
  chord('ctrl+h', ['window']),
  chord('ctrl+f', SEEN),
  chord('ctrl+g', SEEN),
  chord('ctrl+r', ['page']),
  chord('ctrl+shift+i', SEEN, 'policy:DeveloperToolsAvailability'),
  chord('ctrl+shift+j', SEEN, 'policy:DeveloperToolsAvailability'),
  chord('ctrl+shift+c', SEEN, 'policy:DeveloperToolsAvailability'),
  chord('ctrl+shift+Delete', ['window']),
  chord('ctrl+shift+n', ['window'], 'policy:IncognitoModeAvailability'),
  chord('ctrl+shift+w', ['gone', 'window']),
  chord('ctrl+shift+o', ['window']),
  chord('ctrl+plus', ['glass', 'zoom']),
  chord('ctrl+minus', ['glass', 'zoom']),
  chord('shift+Escape', ['window']),
  chord('Menu', SEEN, 'flag:--kiosk'),
  chord('shift+F10', SEEN, 'flag:--kiosk'),
  chord('alt+F4', ['gone', 'window'], 'wm'),
  chord('alt+space', SEEN, 'wm'),
  chord('ctrl+F4', ['gone', 'window']),
  chord('super+d', SEEN, 'wm'),
  chord('ctrl+alt+Right', SEEN, 'wm'),
];
