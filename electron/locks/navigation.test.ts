import { beforeEach, describe, expect, it } from 'vitest';
import { ADDRESSES } from '../testing/addresses.ts';
import { locked } from '../testing/locked.ts';
import { StandInContents } from '../testing/stand-in.ts';
import { lockContents } from './index.ts';
import { homeOf, isOurPage } from './origin.ts';

let app: ReturnType<typeof locked>['app'];
let contents: ReturnType<typeof locked>['contents'];
let attempts: ReturnType<typeof locked>['attempts'];
let note: ReturnType<typeof locked>['note'];

beforeEach(() => {
  ({ app, contents, attempts, note } = locked());
});

describe('checklist 13: navigation', () => {
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    it.each(ADDRESSES)(`${event} to %j is stopped, even to ourselves`, (url) => {
      expect(contents.raise(event, { url })).toBe(true);
      expect(attempts).toHaveLength(1);
    });
  }

  it('tells the log the scheme and nothing else of an address', () => {
    contents.raise('will-navigate', { url: 'https://example.org/?name=secret' });
    expect(attempts).toEqual(['navigation https']);
  });

  it('does not let a page hold up its own end', () => {
    expect(contents.raise('will-prevent-unload')).toBe(true);
  });
});

describe('checklist 14: windows', () => {
  it.each(['foreground-tab', 'background-tab', 'new-window', 'default', 'other'])('denies a %s', (disposition) => {
    for (const url of ADDRESSES) {
      const answer = contents.openHandler?.({
        url,
        disposition: disposition as 'default',
        frameName: '',
        features: '',
        referrer: { url: '', policy: 'default' },
      } as Parameters<NonNullable<typeof contents.openHandler>>[0]);
      expect(answer).toEqual({ action: 'deny' });
    }
    expect(attempts).toContain(`window ${disposition}`);
  });
});

describe('checklist 11 and 12: webviews', () => {
  it('are never attached, whatever their preferences say', () => {
    const preferences = { preload: '/tmp/x.js', nodeIntegration: true };
    expect(contents.raise('will-attach-webview', preferences, { src: 'app://minka/index.html' })).toBe(true);
  });
});

describe('every contents there ever is', () => {
  it('is locked before anybody else hears of it', () => {
    const stranger = new StandInContents();
    app.raise('web-contents-created', stranger);
    expect(stranger.openHandler).not.toBeNull();
    expect(stranger.raise('will-navigate', { url: 'https://example.org/' })).toBe(true);
    expect(stranger.raise('will-attach-webview')).toBe(true);
  });

  it('a contents without these locks would go, open and attach: the stand-in prevents nothing by itself', () => {
    const bare = new StandInContents();
    expect(bare.raise('will-navigate', { url: 'https://example.org/' })).toBe(false);
    expect(bare.raise('will-attach-webview')).toBe(false);
    lockContents(bare, 'kiosk', note);
    expect(bare.raise('will-navigate', { url: 'https://example.org/' })).toBe(true);
  });
});

describe('our own pages', () => {
  it('are two, by parser and not by prefix: the face that the terminal has, and the quiet page', () => {
    const pages = ['app://minka/index.html', 'app://minka/desk.html', 'app://minka/quiet.html'];
    expect(pages.filter((url) => isOurPage(url, homeOf('kiosk')))).toEqual([pages[0], pages[2]]);
    expect(pages.filter((url) => isOurPage(url, homeOf('desk')))).toEqual([pages[1], pages[2]]);
    for (const url of [
      'app://minka/',
      'app://minka/index.html/',
      'app://minka/x/../y',
      'app:minka/index.html',
      'APP://evil/index.html',
    ]) {
      expect(isOurPage(url, homeOf('kiosk'))).toBe(false);
    }
  });
});
