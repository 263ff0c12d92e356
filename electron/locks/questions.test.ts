import { beforeEach, describe, expect, it } from 'vitest';
import { locked } from '../testing/locked.ts';
import { StandInApp } from '../testing/stand-in.ts';
import { lockInstance } from './single-instance.ts';

let app: ReturnType<typeof locked>['app'];
let contents: ReturnType<typeof locked>['contents'];
let session: ReturnType<typeof locked>['session'];
let attempts: ReturnType<typeof locked>['attempts'];

beforeEach(() => {
  ({ app, contents, session, attempts } = locked());
});

describe('questions that nobody shall be asked', () => {
  it('a bad certificate is never trusted', () => {
    let trusted: unknown = null;
    const callback = (yes: boolean): void => {
      trusted = yes;
    };
    expect(app.raise('certificate-error', {}, contents, 'https://x', 'ERR', {}, callback)).toBe(true);
    expect(trusted).toBe(false);
  });

  it('no client certificate, no log-in, no file and no address is taken', () => {
    let given: readonly unknown[] = ['open'];
    expect(
      app.raise('select-client-certificate', {}, contents, 'https://x', [{}], (...args: unknown[]) => (given = args)),
    ).toBe(true);
    expect(given).toEqual([]);
    expect(app.raise('login', {})).toBe(true);
    expect(app.raise('open-url', {}, 'app://minka/x')).toBe(true);
    expect(app.raise('open-file', {}, '/etc/passwd')).toBe(true);
  });
});

describe('downloads, spell checker, menus, zoom', () => {
  it('no download begins', () => {
    expect(session.raise('will-download', {}, {}, contents)).toBe(true);
    expect(attempts).toEqual(['download file']);
  });

  it('the spell checker is off and has no language to fetch', () => {
    expect([session.spellChecker, session.spellLanguages]).toEqual([false, []]);
  });

  it('a long press opens no menu, and no menu shortcut works', () => {
    expect(contents.raise('context-menu')).toBe(true);
    expect(contents.calls).toContain('ignoreMenuShortcuts true');
  });

  it('two fingers do not enlarge', () => {
    expect(contents.raise('zoom-changed')).toBe(true);
    expect(contents.calls).toContain('zoom 1 1');
  });
});

describe('single instance', () => {
  it('a second one is refused, the first comes to the front', () => {
    let front = 0;
    const toFront = (): void => {
      front += 1;
    };
    expect(lockInstance(app, toFront)).toBe(true);
    app.raise('second-instance', {}, ['minka', '--remote-debugging-port=1'], '/tmp');
    expect(front).toBe(1);
    const second = new StandInApp();
    second.firstInstance = false;
    expect(lockInstance(second, toFront)).toBe(false);
  });
});
