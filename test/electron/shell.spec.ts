import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, test } from '@playwright/test';
import { bundle } from '../../electron/build.config.ts';
import { findElectronRuntime } from '../../electron/runtime.ts';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';

/** What only the genuine runtime can show. `npm run build` comes first: the programs of `dist/` are what is run. */
const runtime = findElectronRuntime(process.cwd(), process.env);
const executable = runtime.ok ? runtime.value.executable : '';
let dir: string;
let profile: string;
let app: ElectronApplication | null = null;

test('a runtime is found, or its absence has a reason', () => {
  if (runtime.ok) expect(existsSync(runtime.value.executable)).toBe(true);
  else expect(runtime.error.message.length).toBeGreaterThan(10);
});

test.describe('with a runtime', () => {
  test.beforeAll(async () => {
    test.skip(!runtime.ok, `Electron runtime not installed: skipped (${runtime.ok ? '' : runtime.error.message})`);
    if (!existsSync('dist/electron/main/index.js')) throw new Error('dist/ is missing: npm run build');
    dir = mkdtempSync(join(tmpdir(), 'minka-electron-'));
    profile = `--profile=${join(dir, 'profile.json')}`;
    writeFileSync(join(dir, 'profile.json'), JSON.stringify(builtinLabProfile(dir)));
    const { build } = await import('vite');
    await build(
      bundle('electron/testing/driven-main.ts', 'dist/electron/testing', { format: 'es', name: 'driven-main.js' }),
    );
  });
  test.afterEach(async () => {
    await app?.close();
    app = null;
  });
  test.afterAll(() => {
    rmSync('dist/electron/testing', { recursive: true, force: true });
    if (dir) rmSync(dir, { recursive: true, force: true });
  });

  const launch = async (): Promise<ElectronApplication> => {
    const args = ['dist/electron/testing/driven-main.js', profile, '--windowed'];
    app = await electron.launch({ executablePath: executable, args });
    return app;
  };

  test.describe('the genuine runtime', () => {
    test('shows the first screen from app://, sandboxed, without Node', async () => {
      const page = await (await launch()).firstWindow();
      await expect(page.locator('[data-screen="insertCard"], [data-screen="outOfService"]').first()).toBeAttached();
      expect(page.url()).toBe('app://minka/index.html');
      expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'minkaWire') as object))).toEqual([
        'post',
        'onText',
      ]);
      expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined');
    });

    test('every renderer runs under seccomp, none without its sandbox', async () => {
      test.skip(process.platform !== 'linux', 'Linux only');
      const shell = await launch();
      await shell.firstWindow();
      const pids = await shell.evaluate(({ app: a }) =>
        a
          .getAppMetrics()
          .filter((m) => m.type === 'Tab')
          .map((m) => m.pid),
      );
      expect(pids.length).toBeGreaterThan(0);
      for (const pid of pids) {
        expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
      }
    });

    test('opens no second window, goes nowhere, loads nothing foreign', async () => {
      const shell = await launch();
      const page = await shell.firstWindow();
      await page.evaluate(() => {
        window.open('https://example.org');
        window.location.href = 'https://example.org';
      });
      await page.waitForTimeout(500);
      expect(page.url()).toBe('app://minka/index.html');
      expect(shell.windows()).toHaveLength(1);
      expect(
        await page.evaluate(() =>
          fetch('app://minka/index.html').then(
            () => 'let out',
            () => 'held',
          ),
        ),
      ).toBe('held');
    });

    test('answers 404 outside of its table, and has the policy on its page', async () => {
      const shell = await launch();
      await shell.firstWindow();
      const answers = await shell.evaluate(async ({ session }) => {
        const mine = session.fromPartition('minka');
        const urls = ['index.html', '../package.json', '%2e%2e/package.json', 'index.html?x'];
        const all = await Promise.all(urls.map((url) => mine.fetch(`app://minka/${url}`)));
        return all.map((each) => [
          each.status,
          each.headers.get('content-security-policy')?.includes("default-src 'none'"),
        ]);
      });
      expect(answers).toEqual([
        [200, true],
        [404, true],
        [404, true],
        [404, true],
      ]);
    });

    test('comes back after its renderer was killed', async () => {
      const shell = await launch();
      await shell.firstWindow();
      const next = shell.waitForEvent('window', { timeout: 10_000 });
      await shell.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      );
      await expect((await next).locator('[data-screen]').first()).toBeAttached({ timeout: 10_000 });
    });
  });

  test.describe('the real entry', () => {
    for (const bad of [
      '--remote-debugging-port=0',
      '--inspect=0',
      '--load-extension=/tmp',
      '--no-sandbox',
      '--js-flags=--expose-gc',
    ]) {
      test(`ends with 2 on ${bad}`, () => {
        const ended = spawnSync(executable, ['dist/electron/main/index.js', profile, bad], { timeout: 20_000 });
        expect(ended.status).toBe(2);
      });
    }
    for (const name of ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'LD_PRELOAD']) {
      test(`does not start with ${name} set`, () => {
        const env = { ...process.env, [name]: name === 'ELECTRON_RUN_AS_NODE' ? '1' : '--no-warnings' };
        const ended = spawnSync(executable, ['dist/electron/main/index.js', profile], { timeout: 20_000, env });
        expect(ended.status).not.toBe(0);
      });
    }
  });
});
