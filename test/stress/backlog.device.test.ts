import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { controlLink } from '../../common/contracts/cli/control-link.ts';
import { connect } from '../../common/rpc/connect.ts';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';
import { openStore } from '../../terminal/store/open.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix } from '../../wire/unix-socket.ts';
import { startTerminal, type TerminalProcess } from './testing/terminal-process.ts';

/** The real process over a real encrypted journal: ready in time with a long queue, and never two over one journal. */
const KEY = Buffer.alloc(32, 7);
const ROWS = 10_000;
const PROMISE_MS = 5000;
const running: TerminalProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const terminal of running.splice(0)) await terminal.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function site() {
  const dir = mkdtempSync(join(tmpdir(), 'minka-backlog-'));
  folders.push(dir);
  chmodSync(dir, 0o700);
  const profile = builtinLabProfile(dir);
  // Somebody has put certificates and tokens there; nobody answers.
  mkdirSync(join(dir, 'tls'));
  mkdirSync(join(dir, 'secrets'));
  writeFileSync(profile.centre.caFile, 'none');
  for (const file of [profile.centre.xtif?.tokenFile, profile.his.tokenFile, profile.operator.tokenFile]) {
    if (file !== undefined) writeFileSync(file, 'token');
  }
  mkdirSync(profile.paths.data, { mode: 0o700 });
  const file = join(dir, 'profile.json');
  writeFileSync(file, JSON.stringify(profile));
  return { dir, file, journal: join(profile.paths.data, 'terminal.db') };
}

async function start(place: ReturnType<typeof site>, name: string): Promise<TerminalProcess> {
  const run = join(place.dir, name);
  mkdirSync(run, { mode: 0o700 });
  const terminal = await startTerminal(place.file, run, KEY.toString('hex'));
  running.push(terminal);
  return terminal;
}

async function queue(place: ReturnType<typeof site>, name: string) {
  const channel = await connectUnix(join(place.dir, name, 'control.sock'), { retryMs: 2000 });
  if (!channel.ok) throw new Error(channel.error.message);
  const client = connect(channel.value, controlLink, { timeoutMs: 5000, clock: systemClock() });
  const answer = await client.call('queueList', { limit: 1 });
  client.close();
  return answer;
}

it('is ready within five seconds of its start with ten thousand rows waiting, and answers', async () => {
  const place = site();
  const opened = openStore({ file: place.journal }, () => KEY);
  if (!opened.ok) throw new Error(opened.error);
  const { value: store } = opened;
  store.transaction(() => {
    for (let n = 0; n < ROWS; n++) {
      const body = { fault: 'TEST', text: '海川市第二人民医院门诊结算记录，逐笔上送。'.repeat(10), n };
      const key = n.toString(16).padStart(32, '0');
      const at = { occurredAt: '2026-03-02 08:30:00', nowMs: Date.now() };
      store.outbox.insert({ key, destination: 'operator', kind: 'fault', group: `E${n % 5000}`, body, ...at });
    }
  });
  store.close();
  const terminal = await start(place, 'run');
  expect(terminal.said.ready).toBe(true);
  process.stdout.write(`ready with ${ROWS} rows waiting after ${terminal.said.afterMs} ms\n`);
  expect(terminal.said.afterMs).toBeLessThan(PROMISE_MS);
  expect(await queue(place, 'run')).toMatchObject({ ok: true, value: { counts: { delivered: 0, dead: 0 } } });
});

it('a second process over the same journal serves nobody, says why, and takes over when the first is killed', async () => {
  const place = site();
  const first = await start(place, 'first');
  const second = await start(place, 'second');
  expect(second.said.ready).toBe(true);
  expect(await queue(place, 'second')).toMatchObject({ ok: true, value: { ok: false, code: 'STORE_LOCKED' } });
  expect(second.words()).toContain('STORE_LOCKED');
  first.signal('SIGKILL');
  await expect
    .poll(async () => JSON.stringify(await queue(place, 'second')), { timeout: 12_000, interval: 200 })
    .toContain('counts');
});
