import { chmodSync, chownSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readApiClients, writeApiClients } from './api-clients.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'minka-clients-'));
const isRoot = process.getuid?.() === 0;

it('the file is its owner’s alone, and open to others it lets nobody in', () => {
  const file = join(folder(), 'clients.json');
  writeApiClients(file, { clients: [] });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readApiClients(file)).toEqual({ ok: true, value: { clients: [] } });
  for (const mode of [0o604, 0o620, 0o644, 0o660]) {
    chmodSync(file, mode);
    expect(readApiClients(file)).toEqual({ ok: false, error: 'open' });
  }
});

it.skipIf(!isRoot)('what root writes for the service can be read by the service, and by nobody else', () => {
  const dir = folder();
  const file = join(dir, 'clients.json');
  const seen = () => {
    const { uid, gid, mode } = statSync(file);
    return [uid, gid, mode & 0o777];
  };
  // A package's folder: root's, with a group for its service.
  chownSync(dir, 0, 1);
  chmodSync(dir, 0o750);
  writeApiClients(file, { clients: [] });
  expect(seen()).toEqual([0, 1, 0o640]);
  expect(readApiClients(file).ok).toBe(true);
  // The service's own folder.
  chownSync(dir, 2, 2);
  chmodSync(dir, 0o700);
  writeApiClients(file, { clients: [] });
  expect(seen()).toEqual([2, 2, 0o600]);
  // Somebody else's file that a group may read is open.
  chmodSync(file, 0o640);
  expect(readApiClients(file)).toEqual({ ok: false, error: 'open' });
});
