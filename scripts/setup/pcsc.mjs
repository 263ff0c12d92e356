import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { capture, end, say, spawnBound } from './process.mjs';

const SOCKET = '/run/pcscd/pcscd.comm';
const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const DIR = `${process.cwd()}/.lab/pcsc`;
/** 0x8C7B: the virtual reader's first slot; the second slot is one higher. */
const PORT = 35963;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function answers(path) {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/**
 * Local addresses that listen on the virtual reader's ports, read from the kernel: [] none, else hex addresses.
 * 0100007F is 127.0.0.1.
 */
export function listeners(ports = [PORT, PORT + 1]) {
  const found = [];
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const [, local, , state] = line.trim().split(/\s+/);
      const [address, port] = (local ?? '').split(':');
      if (state === '0A' && ports.includes(Number.parseInt(port, 16)))
        found.push({ address, port: Number.parseInt(port, 16) });
    }
  }
  return found;
}

const LOOPBACK = new Set(['0100007F', '00000000000000000000000001000000', '0000000000000000FFFF00000100007F']);

function beyondLoopback() {
  return listeners().some(({ address }) => !LOOPBACK.has(address));
}

async function shim() {
  const out = `${DIR}/loopback-nodelay.so`;
  const source = 'scripts/setup/loopback-nodelay.c';
  if (existsSync(out) && readFileSync(`${DIR}/shim.c`, 'utf8') === readFileSync(source, 'utf8')) return out;
  const { code, stderr } = await capture('gcc', ['-O2', '-shared', '-fPIC', '-o', out, source, '-ldl']);
  if (code !== 0) throw new Error(`gcc could not build the virtual reader's shim: ${stderr.trim()}`);
  writeFileSync(`${DIR}/shim.c`, readFileSync(source));
  return out;
}

async function startOwn() {
  if (!existsSync(DRIVER)) throw new Error('The virtual reader (Debian package vsmartcard-vpcd) is not installed.');
  mkdirSync(`${DIR}/reader.conf.d`, { recursive: true, mode: 0o700 });
  writeFileSync(
    `${DIR}/reader.conf.d/vpcd`,
    `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x${PORT.toString(16).toUpperCase()}\nLIBPATH ${DRIVER}\nCHANNELID 0x${PORT.toString(16).toUpperCase()}\n`,
  );
  const preload = await shim();
  // Root needs no help; another user needs a writable /run/pcscd.
  const child = spawnBound('/usr/sbin/pcscd', ['--foreground', '--error', '--config', `${DIR}/reader.conf.d`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LD_PRELOAD: preload },
  });
  let words = '';
  child.stderr.on('data', (d) => {
    words = (words + d).slice(-2000);
  });
  const fail = async (why) => {
    await end(child);
    throw new Error(`${why}${words ? ` pcscd says: ${words.trim()}` : ''}`);
  };
  for (let i = 0; i < 100; i++) {
    if (child.exitCode !== null || child.signalCode !== null)
      return fail('The PC/SC service ended at once (may this user write /run/pcscd?).');
    if ((await answers(SOCKET)) && listeners().length >= 2) {
      if (beyondLoopback()) return fail('The virtual reader listens beyond loopback although it was told not to.');
      return child;
    }
    await wait(100);
  }
  return fail('The PC/SC service did not get ready within 10 s.');
}

const REMEDY =
  'Stop it (sudo systemctl stop pcscd.socket pcscd.service, or end the pcscd process) and run this again: ' +
  'Minka then starts its own on loopback. Or bind the virtual reader to 127.0.0.1.';

/**
 * The PC/SC service with the virtual reader: the one that runs is used (asking it also wakes a socket-activated one),
 * else an own one is started on loopback. `stop` ends only what was started here.
 */
export async function startPcsc(signal) {
  const env = { MINKA_VPCD_PORT: String(PORT) };
  if (await answers(SOCKET)) {
    for (let i = 0; i < 20 && listeners().length === 0; i++) await wait(100);
    if (beyondLoopback())
      throw new Error(
        `A virtual card reader listens beyond loopback: anybody on the network could put cards into it. ${REMEDY}`,
      );
    if (listeners().length === 0)
      throw new Error(`The PC/SC service that runs here has no virtual reader, which the lab needs. ${REMEDY}`);
    say('using the PC/SC service that already runs');
    return { env, stop: async () => {} };
  }
  if (beyondLoopback())
    throw new Error(`Something listens beyond loopback on the virtual reader's port ${PORT}. ${REMEDY}`);
  const child = await startOwn();
  say('started the PC/SC service with a virtual reader on 127.0.0.1');
  signal?.throwIfAborted?.();
  return {
    env: { ...env, MINKA_PCSCD_PID: String(child.pid) },
    stop: async () => {
      await end(child);
      if (!(await answers(SOCKET))) rmSync(SOCKET, { force: true });
    },
  };
}
