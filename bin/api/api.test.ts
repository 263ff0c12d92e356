import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';
import { type HttpBench, httpBench, TOKEN } from '../../terminal/local-api/http/testing/http-bench.ts';
import { endAll } from '../../terminal/settlement/testing/start.ts';
import { encounter } from '../../terminal/settlement/testing/world.ts';
import { run } from '../testing/run.ts';
import { parseApi } from './arguments.ts';

/** A place with a profile that has the API; `port`: where a terminal of it listens. */
function site(port: number | null = null) {
  const dir = mkdtempSync(join(tmpdir(), 'minka-api-'));
  const file = join(dir, 'profile.json');
  const hisApi = { port: 0, clientsFile: 'api-clients.json' };
  const paths = { data: join(dir, 'data'), run: dir, keyFile: join(dir, 'key') };
  writeFileSync(file, JSON.stringify({ ...builtinLabProfile(dir), hisApi, paths }));
  if (port !== null) writeFileSync(join(dir, 'his-api.port'), `${port}\n`);
  const tokenFile = join(dir, 'token');
  writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
  const minka = (...args: readonly string[]) => run([...args, '--profile', file], { HOME: dir, LANG: 'en_US.UTF-8' });
  return { dir, tokenFile, minka, clients: join(dir, 'api-clients.json') };
}

it('without --profile the machine’s own terminal is meant, where its `minka` names one', async () => {
  const { dir, minka } = site();
  await minka('client', 'add', 'his', '--scopes', 'state');
  const env = { HOME: join(dir, 'nobody'), MINKA_PROFILE: join(dir, 'profile.json') };
  expect((await run(['client', 'list', '--json'], env)).json()).toMatchObject({ clients: [{ name: 'his' }] });
  const elsewhere = { ...env, MINKA_PROFILE: '' };
  expect((await run(['client', 'list', '--json'], elsewhere)).json()).not.toHaveProperty('clients');
});

describe('minka client', () => {
  it('adds one, whose token is shown once and kept as its hash, lists it without, and takes it out', async () => {
    const { minka, clients } = site();
    const added = await minka('client', 'add', 'his', '--scopes', 'state,bill', '--days', '30', '--json');
    const { token } = added.json() as { token: string };
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(statSync(clients).mode & 0o777).toBe(0o600);
    expect(readFileSync(clients, 'utf8')).not.toContain(token);
    const listed = await minka('client', 'list', '--json');
    expect(listed.json()).toMatchObject({ clients: [{ name: 'his', scopes: ['state', 'bill'], encounters: 'own' }] });
    expect(listed.out).not.toContain('tokenSha256');
    expect((await minka('client', 'add', 'his', '--scopes', 'state')).code).toBe(1);
    expect((await minka('client', 'remove', 'his')).code).toBe(0);
    expect((await minka('client', 'remove', 'his')).code).toBe(1);
    expect((await minka('client', 'list')).out).toMatch(/no clients/);
  });

  it.each([
    ['client', 'add', 'HIS', '--scopes', 'state'],
    ['client', 'add', 'his', '--scopes', 'everything'],
    ['client', 'add', 'his'],
    ['client', 'add', 'his', '--scopes', 'state', '--days', '0'],
    ['api', 'settleBil', '--token-file', 'x'],
    ['api', 'readPerson'],
    ['api', 'readPerson', '--key', 'k', '--token-file', 'x'],
    ['api', 'readBill', '=x', '--token-file', 'x'],
    ['api', 'events', '--json', '--token-file', 'x'],
    ['api', 'events', '--count', '0', '--token-file', 'x'],
    ['api', 'readPerson', '--count', '2', '--token-file', 'x'],
  ])('%s %s %s … is wrong usage', async (...args) => {
    const { minka } = site();
    expect((await minka(...args)).code).toBe(2);
  });
});

describe('minka api', () => {
  let bench: HttpBench | null = null;
  afterEach(async () => {
    await bench?.end();
    bench = null;
    endAll();
  });

  it('asks each operation as the contract has it: path, query, body, key', async () => {
    bench = await httpBench();
    const { through } = bench;
    const { minka, tokenFile, dir } = site(bench.port);
    const api = (...args: readonly string[]) => through(minka('api', ...args, '--token-file', tokenFile, '--json'));
    const person = (await api('readPerson')).json()['person'];
    const filed = await api('lookUp', `person=${String(person)}`, 'about=chronic');
    expect([filed.code, filed.json()]).toEqual([0, { rows: [], total: 0 }]);
    const body = join(dir, 'bill.json');
    writeFileSync(body, JSON.stringify({ person, encounter: encounter() }));
    const quote = (await api('prepareBill', 'useAccount=true', '--body', body)).json()['quote'];
    const settled = await api('settleBill', `quote=${String(quote)}`, '--key', 'a-key-of-the-test-1');
    expect([settled.code, settled.json()['kind']]).toEqual([0, 'settled']);
    const again = await api('settleBill', `quote=${'f'.repeat(24)}`);
    expect([again.code, again.json()['kind']]).toEqual([1, 'refused']);
    expect(again.note).toMatch(/using key [0-9a-f-]{36}/);
    expect((await api('readBill', `encounterId=${encounter().encounterId}`)).json()['state']).toBe('settled');
    await bench.quiet();
    expect((await api('listNotices', 'limit=1')).json()['notices']).toHaveLength(1);
    expect((await api('ackNotice', 'id=1')).code).toBe(0);
    expect((await api('letGo', `person=${String(person)}`)).code).toBe(0);
  });

  it('follows what happens, an event a line; with --json one object at the end', async () => {
    bench = await httpBench();
    const { minka, tokenFile } = site(bench.port);
    const lines = bench.through(minka('api', 'events', '--count', '2', '--token-file', tokenFile));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await bench.post('/persons', {});
    bench.setCard({ kind: 'empty', reader: 'R' });
    const heard = await lines;
    expect(heard.code).toBe(0);
    const events = heard.out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(events).toEqual(['hello', 'personGone']);
    const one = await bench.through(minka('api', 'events', '--seconds', '1', '--token-file', tokenFile, '--json'));
    expect([one.code, one.json()]).toMatchObject([0, { events: [{ kind: 'hello' }] }]);
    const denied = join(site().dir, 'other');
    writeFileSync(denied, 'x'.repeat(43));
    const wrong = await bench.through(minka('api', 'events', '--count', '1', '--token-file', denied, '--json'));
    expect([wrong.code, wrong.json()]).toMatchObject([1, { error: { code: 'TERMINAL_UNREACHABLE' } }]);
  });

  it('a PIN that was wrong is no success to a script', async () => {
    bench = await httpBench();
    const { minka, tokenFile } = site(bench.port);
    bench.setPin(async () => ({ kind: 'wrong', triesLeft: 2 }));
    const { person } = (await bench.post('/persons', {})).body;
    const entered = await bench.through(
      minka('api', 'enterPin', `person=${String(person)}`, '--token-file', tokenFile, '--json'),
    );
    expect([entered.code, entered.json()['result']]).toEqual([1, 'wrong']);
  });

  it('says so where nobody listens, and lists the operations', async () => {
    const { minka, tokenFile } = site();
    expect((await minka('api', 'readTerminal', '--token-file', tokenFile, '--json')).json()).toMatchObject({
      error: { code: 'TERMINAL_UNREACHABLE' },
    });
    expect((await minka('api', 'list')).out).toMatch(/settleBill {2}/);
    expect(parseApi(['api', 'list'])).toMatchObject({ ok: true });
  });
});
