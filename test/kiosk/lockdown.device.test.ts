import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseBrowser } from '../../shell/browser/choose.ts';
import { keyAttempts } from './attempts/keys.ts';
import { pageAttempts } from './attempts/page.ts';
import { type HostileBench, startHostileBench } from './testing/bench.ts';
import { BROWSER_UID } from './testing/kiosk-browser.ts';
import { tryPage, tryUnlocked } from './testing/try.ts';

/** A few of the attempts of `breakout.full.test.ts`, and the sandbox: what every run of the tests must know. */
const quick = ['openWindow', 'goElsewhere', 'saveOwnPage', 'print', 'chooseFile'];

/**
 * Another user and a mount namespace for the browser: only root can give them. And that user's sandbox stands on user
 * namespaces, which a changed root or a hardened kernel refuses: there the browser cannot run, so nothing can be tried.
 */
const sandboxes = [
  '--reuid',
  `${BROWSER_UID}`,
  '--regid',
  `${BROWSER_UID}`,
  '--clear-groups',
  'unshare',
  '--user',
  'true',
];
const root = process.getuid?.() === 0 && spawnSync('/usr/bin/setpriv', sandboxes).status === 0;

let kiosk: HostileBench;
beforeAll(async () => {
  if (root) kiosk = await startHostileBench();
});
afterAll(() => kiosk?.stop());

/** The lines of /proc/PID/status of every process of the browser's user, with its command line. */
function browserProcesses(): readonly { readonly words: readonly string[]; readonly status: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        // Chromium writes its children's command lines as one text with spaces.
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);
        return [{ words, status }];
      } catch {
        return []; // Gone meanwhile.
      }
    })
    .filter(({ status }) => status.includes(`\nUid:\t${BROWSER_UID}\t`));
}

describe.runIf(root)('an unprivileged user', () => {
  it('keeps the sandbox: every renderer is under seccomp, and nobody gave it up', () => {
    const all = browserProcesses();
    const renderers = all.filter(({ words }) => words.includes('--type=renderer'));
    expect(renderers.length).toBeGreaterThan(0);
    for (const { status } of renderers) {
      expect(status).toMatch(/^Seccomp:\t2$/m);
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
      expect(status).toMatch(/^CapEff:\t0+$/m);
    }
    expect(all.filter(({ words }) => words.includes('--no-sandbox'))).toEqual([]);
  });

  it('is needed outside a lab: root is refused', () => {
    expect(chooseBrowser('kiosk', 'production')).toMatchObject({ ok: false, error: { code: 'CONFIG_INVALID' } });
    expect(chooseBrowser('kiosk', 'lab')).toMatchObject({ ok: true, value: { sandbox: false } });
  });
});

describe.runIf(root)('a stranger’s script in the page', () => {
  it.each(pageAttempts.filter(({ id }) => quick.includes(id)).map((attempt) => [attempt.id, attempt] as const))(
    '%s wins nothing',
    async (_, attempt) => {
      if ((await kiosk.standIn.ask()) === null) {
        await kiosk.stop();
        kiosk = await startHostileBench();
      }
      expect(await tryPage(kiosk, attempt)).toEqual([]);
    },
  );
});

it
  .runIf(root)
  .each(
    [...keyAttempts, ...pageAttempts]
      .filter(({ id }) => ['key ctrl+t', 'openWindow'].includes(id))
      .map((attempt) => [attempt.id, attempt] as const),
  )('%s succeeds with its locks off', async (_, attempt) => {
  expect(await tryUnlocked(attempt)).not.toEqual([]);
});
