import { capture, runToEnd, say } from './process.mjs';

/** Debian packages that the lab needs, each with what for. */
export const packages = {
  gcc: 'the shim that keeps the virtual reader on loopback',
  'libc6-dev': 'the same',
  pcscd: 'the PC/SC service',
  libpcsclite1: 'its client library',
  'vsmartcard-vpcd': 'the virtual card reader',
  socat: 'pseudo-terminals for printer and PIN pad',
  strace: 'the system calls of the store, for power cuts and errors of the disk',
  openssl: 'the lab certificate authority',
  faketime: 'clocks of the lab that can be moved, and a certificate that is good on them',
  chromium: 'the browser that shows the screens',
  xvfb: 'an X screen for tests of the kiosk',
  openbox: 'its window manager',
  xdotool: 'hands before it',
  'x11-utils': 'the list of its windows',
  'fonts-noto-cjk': 'Chinese type on screens and paper',
  'poppler-utils': 'pictures of A4 pages',
};

async function missing() {
  const names = Object.keys(packages);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg-query's own placeholders
  const { stdout } = await capture('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
}

/** Installs what is missing, as root or through sudo. */
export async function installPackages(signal) {
  const wanted = await missing();
  if (wanted.length === 0) return;
  const root = process.getuid?.() === 0;
  const sudo = !root && (await capture('sudo', ['-n', 'true'])).code === 0;
  const byHand = `sudo apt-get update && sudo apt-get install --no-install-recommends ${wanted.join(' ')}`;
  if (!root && !sudo) {
    throw new Error(`Missing Debian packages, and this user may not install them; please run: ${byHand}`);
  }
  const prefix = root ? [] : ['sudo', '-n'];
  const apt = async (...args) => {
    // pcscd's and vpcd's own start-up would listen on every interface: policy-rc.d is the admin's; we only ask quietly.
    const line = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return runToEnd(line[0], line.slice(1), { signal, stdio: ['ignore', 2, 2] });
  };
  say(`installing Debian packages: ${wanted.join(', ')}`);
  if ((await apt('update')) !== 0) say('apt-get update had problems; going on with the lists at hand');
  const code = await apt('install', '-y', '--no-install-recommends', ...wanted);
  const left = await missing();
  if (code !== 0 || left.length > 0)
    throw new Error(`apt-get could not install ${left.join(', ')}; please run: ${byHand}`);
}
