import { describe, expect, it } from 'vitest';
import { checkArguments, checkExecArguments } from './arguments.ts';
import { checkEnvironment, childEnvironment } from './environment.ts';

const good = '--profile=/etc/minka/profile.json';

describe('the lock on the command line', () => {
  it('takes the profile, and a window for the lab', () => {
    expect(checkArguments([good])).toEqual({
      ok: true,
      value: { profile: '/etc/minka/profile.json', windowed: false },
    });
    expect(checkArguments(['--windowed', good])).toMatchObject({ ok: true, value: { windowed: true } });
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0.0.0.1:9229',
    '--inspect-brk',
    '--inspect-port=1',
    '--load-extension=/tmp/x',
    '--disable-extensions-except=/tmp/x',
    '--js-flags=--expose-gc',
    '--user-data-dir=/tmp/x',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-pac-url=http://127.0.0.1/x',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--no-sandbox',
    '--disable-web-security',
    '--single-process',
    '--in-process-gpu',
    '--renderer-cmd-prefix=xterm -e',
    '--utility-cmd-prefix=gdb',
    '--gpu-launcher=sh',
    '--enable-logging',
    '--log-net-log=/tmp/x',
    '--auth-server-whitelist=*',
    '--require=/tmp/x.js',
    '-r',
    '--experimental-loader=/tmp/x',
    '--import=/tmp/x',
    '--eval',
    '/tmp/other-app',
    'app://minka/index.html',
    'https://example.org',
    '--profile=relative.json',
    '--profile',
    '--PROFILE=/x',
    '--windowed=1',
    '--',
    '-',
    '',
  ])('refuses %j beside the profile', (arg) => {
    expect(checkArguments([good, arg]).ok).toBe(false);
    expect(checkArguments([arg, good]).ok).toBe(false);
  });

  it('refuses a second profile, a second --windowed, and none at all', () => {
    expect(checkArguments([good, '--profile=/tmp/mine.json']).ok).toBe(false);
    expect(checkArguments(['--windowed', '--windowed', good]).ok).toBe(false);
    expect(checkArguments([]).ok).toBe(false);
  });

  it('names the switch and never its value', () => {
    const refused = checkArguments(['--proxy-server=http://user:secret@x']);
    expect(refused).toEqual({ ok: false, error: expect.stringContaining('--proxy-server') });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });

  it('refuses any option for Node itself', () => {
    expect(checkExecArguments([]).ok).toBe(true);
    for (const each of ['--inspect', '--require', '--import=x', '--no-warnings']) {
      expect(checkExecArguments([each]).ok).toBe(false);
    }
  });
});

describe('the lock on the environment', () => {
  it.each([
    'NODE_OPTIONS',
    'NODE_PATH',
    'NODE_EXTRA_CA_CERTS',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_DEBUG',
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_ENABLE_LOGGING',
    'ELECTRON_NO_ASAR',
    'ELECTRON_OVERRIDE_DIST_PATH',
    'LD_PRELOAD',
    'LD_AUDIT',
    'LD_LIBRARY_PATH',
    'DYLD_INSERT_LIBRARIES',
    'CHROME_WRAPPER',
    'GTK_MODULES',
    'GIO_EXTRA_MODULES',
    'SSLKEYLOGFILE',
    'SSL_CERT_FILE',
    'OPENSSL_CONF',
  ])('refuses %s, and names it without its value', (name) => {
    const refused = checkEnvironment({ PATH: '/usr/bin', [name]: 'evil-value' });
    expect(refused).toEqual({ ok: false, error: expect.stringContaining(name) });
    expect(JSON.stringify(refused)).not.toContain('evil-value');
  });

  it('lives in an ordinary session', () => {
    const session = { PATH: '/usr/bin', HOME: '/h', DISPLAY: ':0', XDG_RUNTIME_DIR: '/run/user/1', INVOCATION_ID: 'x' };
    expect(checkEnvironment(session)).toEqual({ ok: true, value: null });
    expect(checkEnvironment({ ...session, NODE_OPTIONS: '' })).toEqual({ ok: true, value: null });
  });

  it('hands only what is on the list to the processes that it starts', () => {
    const env = {
      PATH: '/usr/bin',
      LANG: 'zh_CN.UTF-8',
      LC_ALL: 'C',
      AWS_SECRET: 's',
      DISPLAY: ':0',
      NODE_OPTIONS: 'x',
    };
    expect(childEnvironment(env)).toEqual({ PATH: '/usr/bin', LANG: 'zh_CN.UTF-8', LC_ALL: 'C' });
  });
});
