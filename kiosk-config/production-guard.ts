import { realpathSync } from 'node:fs';
import type { ConfigProblem } from './problems.ts';
import type { SiteProfile } from './schema.ts';

/** Pseudo-terminals: Unix 98 (/dev/pts, /dev/ptmx) and BSD (/dev/ttyp0 … /dev/ttyef, /dev/ptyp0 …). */
const PSEUDO_TERMINAL = /^\/dev\/(?:pts(?:\/|$)|ptmx$|pty|tty[p-za-e][0-9a-f]$)/;

/** Virtual readers announce themselves as "Virtual PCD …"; other emulators carry one of the other words. */
const VIRTUAL_READER = /virtual|vpcd|simulat|emulat/i;

/** Whether a serial device's path is, or leads by links to, a pseudo-terminal. */
export function isPseudoTerminal(path: string): boolean {
  if (PSEUDO_TERMINAL.test(path)) return true;
  try {
    return PSEUDO_TERMINAL.test(realpathSync(path));
  } catch {
    return false;
  }
}

/** Whether a PC/SC reader's name is that of a virtual one. */
export function isVirtualReader(name: string): boolean {
  return VIRTUAL_READER.test(name);
}

/** Whether an address is one that nobody can have (RFC 2606): it stands in a profile that was not filled in yet. */
export function isExampleUrl(url: string): boolean {
  return /\.(?:example|invalid|test)$/i.test(new URL(url).hostname);
}

/** Whether an address stays on this machine. */
export function isLoopbackUrl(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    host === '0.0.0.0' ||
    /^127\./.test(host) ||
    /^::ffff:7f/.test(host)
  );
}

function refuse(path: string, message: string, allowed: string): ConfigProblem {
  return { code: 'CONFIG_PRODUCTION_LAB_DEVICE', path, message, allowed };
}

/** What a production profile may not name (DESIGN §4, Mode): empty in lab mode and where all is real. */
export function productionProblems(profile: SiteProfile): ConfigProblem[] {
  if (profile.mode !== 'production') return [];
  const problems: ConfigProblem[] = [];
  const { cardReader, pinPad, printer } = profile.devices;
  if (cardReader.reader !== null && isVirtualReader(cardReader.reader)) {
    problems.push(refuse('devices.cardReader.reader', 'A virtual reader is not for production', 'a real reader'));
  }
  for (const [name, device] of [
    ['pinPad', pinPad],
    ['printer', printer],
  ] as const) {
    if (device !== null && isPseudoTerminal(device.path)) {
      problems.push(refuse(`devices.${name}.path`, 'A pseudo-terminal is not for production', 'a serial port'));
    }
  }
  for (const name of ['centre', 'his', 'operator', 'benefits', 'cashier'] as const) {
    const server = profile[name];
    if (server !== null && isLoopbackUrl(server.url)) {
      problems.push(refuse(`${name}.url`, 'A server on this machine is a lab server', 'an address on the network'));
    }
    if (server !== null && isExampleUrl(server.url)) {
      problems.push(refuse(`${name}.url`, 'This profile is the example: put in this site’s own values', 'an address'));
    }
  }
  if (profile.paths.keyFile !== undefined) {
    problems.push(refuse('paths.keyFile', 'A key in a file is for the lab only', 'nothing: the shell keeps the key'));
  }
  return problems;
}
