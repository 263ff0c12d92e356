import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standInElectron } from '../testing/stand-in.ts';
import { sealedKey } from './key-store.ts';

const { safeStorage } = standInElectron(() => {
  throw new Error('no process here');
}).electron;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-sealed-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('the production key', () => {
  it('is made once, sealed, 0600, and comes back', () => {
    const first = sealedKey(dir, safeStorage, 'linux');
    expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(sealedKey(dir, safeStorage, 'linux')).toEqual(first);
    const file = join(dir, 'database-key.sealed');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(first.ok && readFileSync(file, 'latin1').includes(first.value)).toBe(false);
  });

  it.each(['basic_text', 'unknown'] as const)('is refused where the store is %s', (backend) => {
    expect(sealedKey(dir, { ...safeStorage, getSelectedStorageBackend: () => backend }, 'linux').ok).toBe(false);
  });

  it('is refused without a key store', () => {
    expect(sealedKey(dir, { ...safeStorage, isEncryptionAvailable: () => false }, 'win32').ok).toBe(false);
  });

  it('is never made anew beside a database', () => {
    writeFileSync(join(dir, 'minka.db'), '');
    expect(sealedKey(dir, safeStorage, 'linux').ok).toBe(false);
  });

  it('is refused when the file holds something else, or cannot be opened', () => {
    writeFileSync(join(dir, 'database-key.sealed'), safeStorage.encryptString('not a key'));
    expect(sealedKey(dir, safeStorage, 'linux').ok).toBe(false);
    const broken = {
      ...safeStorage,
      decryptString: () => {
        throw new Error('wrong user');
      },
    };
    expect(sealedKey(dir, broken, 'linux').ok).toBe(false);
  });
});
