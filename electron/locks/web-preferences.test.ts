import { describe, expect, it } from 'vitest';
import { webPreferences } from './web-preferences.ts';

describe('checklist 2, 3, 4, 6, 8, 9, 10: the page’s powers', () => {
  const preferences = webPreferences('/x/preload.cjs');

  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['webSecurity', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['devTools', false],
    ['plugins', false],
    ['spellcheck', false],
    ['navigateOnDragDrop', false],
    ['disableDialogs', true],
  ] as const)('%s is %s', (name, wanted) => {
    expect(preferences[name]).toBe(wanted);
  });

  it('switches no Blink feature on, takes no other arguments along, and keeps nothing on disk', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(preferences).not.toHaveProperty('additionalArguments');
    expect(preferences.partition).not.toMatch(/^persist:/);
  });
});
