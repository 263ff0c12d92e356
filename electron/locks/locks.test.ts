import { beforeEach, describe, expect, it } from 'vitest';
import { StandInApp, StandInContents, StandInSession } from '../testing/stand-in.ts';
import { lockApp, lockContents, lockSession } from './index.ts';
import { isOurPage } from './origin.ts';
import { lockInstance } from './single-instance.ts';
import { webPreferences } from './web-preferences.ts';

let app: StandInApp;
let contents: StandInContents;
let session: StandInSession;
let attempts: string[];
const note = (lock: string, what: string): void => void attempts.push(`${lock} ${what}`);

beforeEach(() => {
  app = new StandInApp();
  contents = new StandInContents();
  session = new StandInSession();
  attempts = [];
  lockApp(app, note);
  app.raise('web-contents-created', contents);
  lockSession(session, note);
});

const ADDRESSES = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://minka/1',
  'about:blank',
  'about:srcdoc',
  'view-source:app://minka/index.html',
  'chrome://settings',
  'chrome-extension://x/y',
  'devtools://devtools/bundled/inspector.html',
  'filesystem:app://minka/x',
  'intent://x#Intent;end',
  'mailto:a@example.org',
  'tel:110',
  'ws://127.0.0.1/',
  'app://evil/index.html',
  'app://minka/other.html',
  'app://minka/index.html',
  'app://minka/index.html?back',
  '',
];

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

describe('checklist 5: permissions', () => {
  const names = [
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'idle-detection',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'pointerLock',
    'keyboardLock',
    'openExternal',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'window-management',
    'unknown',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'smart-card',
    'web-printing',
    'local-fonts',
    'screen-wake-lock',
    'a-later-invention',
  ] as const;

  it.each(names)('%s is denied when asked for and when checked', (name) => {
    let granted: boolean | null = null;
    Reflect.apply(session.permissionRequest ?? fail, null, [contents, name, (yes: boolean) => (granted = yes), {}]);
    expect(granted).toBe(false);
    expect(Reflect.apply(session.permissionCheck ?? fail, null, [contents, name, 'app://minka', {}])).toBe(false);
    expect(attempts).toEqual([`permission ${name}`]);
  });

  it('a device remembered from earlier and the screen are denied too', () => {
    expect(
      Reflect.apply(session.devicePermission ?? fail, null, [{ deviceType: 'hid', device: {}, origin: 'app://minka' }]),
    ).toBe(false);
    let stream: unknown = 'asked';
    Reflect.apply(session.displayMedia ?? fail, null, [{}, (answer: unknown) => (stream = answer)]);
    expect(stream).toBeNull();
  });
});

describe('devices', () => {
  it.each([
    ['select-hid-device', [{ deviceList: [{ deviceId: 'x' }] }], null],
    ['select-usb-device', [{ deviceList: [{ deviceId: 'x' }] }], undefined],
    ['select-serial-port', [[{ portId: 'x' }], {}], ''],
  ] as const)('%s chooses nothing', (event, args, nothing) => {
    let chosen: unknown = 'open';
    const choose = (id: unknown): void => {
      chosen = id;
    };
    expect(session.raise(event, {}, ...args, choose)).toBe(true);
    expect(chosen).toBe(nothing);
  });

  it('Bluetooth is neither chosen nor paired', () => {
    let chosen: unknown = 'open';
    expect(contents.raise('select-bluetooth-device', {}, [{ deviceId: 'x' }], (id: string) => (chosen = id))).toBe(
      true,
    );
    expect(chosen).toBe('');
    let paired: unknown = null;
    Reflect.apply(session.bluetooth ?? fail, null, [
      { pairingKind: 'confirm' },
      (answer: unknown) => (paired = answer),
    ]);
    expect(paired).toEqual({ confirmed: false });
  });

  it('WebRTC may not look around in the network', () => {
    expect(contents.calls).toContain('webrtc disable_non_proxied_udp');
  });
});

describe('checklist 1: only our own content', () => {
  const asked = (url: string): boolean | undefined => {
    let cancel: boolean | undefined;
    session.beforeRequest?.({ url, resourceType: 'script' }, (answer) => {
      cancel = answer.cancel;
    });
    return cancel;
  };

  it('lets our scheme through', () => {
    expect(asked('app://minka/assets/x.js')).toBe(false);
  });

  it.each(
    ADDRESSES.filter((url) => !url.startsWith('app://minka/')).concat(
      'app://minka.evil/x',
      'app://minka@evil/x',
      'app://minka:1/',
    ),
  )('cancels %j', (url) => {
    expect(asked(url)).toBe(true);
  });
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

describe('keys', () => {
  const held = (input: object): boolean => {
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    contents.emit('before-input-event', event, { control: false, alt: false, meta: false, shift: false, ...input });
    return prevented;
  };

  it('lets a keypad through', () => {
    for (const key of [...'0123456789', 'Enter', 'Escape', 'Backspace', 'Tab', 'ArrowUp', 'ArrowDown', ' '])
      expect(held({ key })).toBe(false);
    expect(held({ key: 'Tab', shift: true })).toBe(false);
  });

  it.each([
    'F1',
    'F3',
    'F5',
    'F6',
    'F7',
    'F10',
    'F11',
    'F12',
    'Meta',
    'Alt',
    'Control',
    'ContextMenu',
    'PrintScreen',
    'BrowserBack',
    'BrowserHome',
    'LaunchApplication1',
    'a',
    'Z',
    '卡',
    'Process',
    'Unidentified',
    'Delete',
    'Home',
    'PageDown',
    '',
    'Enter2',
  ])('stops %s', (key) => {
    expect(held({ key })).toBe(true);
  });

  it.each([
    'p',
    's',
    'o',
    'n',
    't',
    'w',
    'r',
    'l',
    'u',
    'f',
    'h',
    'j',
    '0',
    '9',
    'Tab',
    'Enter',
    'ArrowLeft',
    'Escape',
  ])('stops %s together with Control, Alt or Meta', (key) => {
    for (const modifier of ['control', 'alt', 'meta']) expect(held({ key, [modifier]: true })).toBe(true);
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
    lockContents(bare, note);
    expect(bare.raise('will-navigate', { url: 'https://example.org/' })).toBe(true);
  });
});

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

describe('our own pages', () => {
  it('are two, by parser and not by prefix', () => {
    expect(['app://minka/index.html', 'app://minka/quiet.html'].every(isOurPage)).toBe(true);
    for (const url of [
      'app://minka/',
      'app://minka/index.html/',
      'app://minka/x/../y',
      'app:minka/index.html',
      'APP://evil/index.html',
    ]) {
      expect(isOurPage(url)).toBe(false);
    }
  });
});

function fail(): never {
  throw new Error('the lock is not there');
}
