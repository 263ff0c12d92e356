import { beforeEach, describe, expect, it } from 'vitest';
import { ADDRESSES } from '../testing/addresses.ts';
import { locked, noLock } from '../testing/locked.ts';

let contents: ReturnType<typeof locked>['contents'];
let session: ReturnType<typeof locked>['session'];
let attempts: ReturnType<typeof locked>['attempts'];

beforeEach(() => {
  ({ contents, session, attempts } = locked());
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
    Reflect.apply(session.permissionRequest ?? noLock, null, [contents, name, (yes: boolean) => (granted = yes), {}]);
    expect(granted).toBe(false);
    expect(Reflect.apply(session.permissionCheck ?? noLock, null, [contents, name, 'app://minka', {}])).toBe(false);
    expect(attempts).toEqual([`permission ${name}`]);
  });

  it('a device remembered from earlier and the screen are denied too', () => {
    expect(
      Reflect.apply(session.devicePermission ?? noLock, null, [
        { deviceType: 'hid', device: {}, origin: 'app://minka' },
      ]),
    ).toBe(false);
    let stream: unknown = 'asked';
    Reflect.apply(session.displayMedia ?? noLock, null, [{}, (answer: unknown) => (stream = answer)]);
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
    Reflect.apply(session.bluetooth ?? noLock, null, [
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
