import type { ContentsPart, SessionPart } from '../part.ts';

/**
 * The lock on devices: the page has none. Devices belong to the device host; a chooser that Chromium would open for
 * HID, USB, serial or Bluetooth is answered with "nothing chosen".
 */
export function lockDevices(session: SessionPart): void {
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
}

export function lockContentsDevices(contents: ContentsPart): void {
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
