import { expect, it } from 'vitest';
import { kioskFlags } from './flags.ts';
import { sandboxFor } from './sandbox.ts';

const browser = {
  startPage: '/run/minka/start page.html',
  profileDir: '/var/lib/minka/browser',
  windowed: false,
  size: { width: 1080, height: 1920 },
  sandbox: true,
};

it('opens the start page in one window without tabs, over the whole screen', () => {
  const flags = kioskFlags(browser);
  expect(flags).toContain('--app=file:///run/minka/start%20page.html');
  expect(flags).toContain('--kiosk');
  expect(flags).toContain('--window-size=1080,1920');
  expect(kioskFlags({ ...browser, windowed: true })).not.toContain('--kiosk');
});

it('never opens a debugging port and never gives up the sandbox by itself', () => {
  const flags = kioskFlags(browser).join(' ');
  expect(flags).not.toMatch(/remote-debugging|no-sandbox|disable-web-security|load-extension|ignore-certificate/);
  expect(kioskFlags({ ...browser, sandbox: false })).toContain('--no-sandbox');
});

it('lets a warning be heard although nobody has touched the glass', () => {
  expect(kioskFlags(browser)).toContain('--autoplay-policy=no-user-gesture-required');
});

it('refuses root outside a lab', () => {
  expect(sandboxFor(1000, 'production')).toEqual({ ok: true, value: true });
  expect(sandboxFor(1000, 'lab')).toEqual({ ok: true, value: true });
  expect(sandboxFor(0, 'lab')).toEqual({ ok: true, value: false });
  expect(sandboxFor(0, 'production').ok).toBe(false);
});
