import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectronRuntime, installRuntime, runtimeZipName, verifyRuntimeZip } from '../runtime.ts';
import { readZip } from './unzip.ts';

const VERSION = '99.1.2';
const machine = { platform: 'linux', arch: 'x64' };
const NAME = runtimeZipName(VERSION, 'linux', 'x64');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minka-runtime-'));
  mkdirSync(join(root, 'node_modules/electron'), { recursive: true });
  writeFileSync(
    join(root, 'node_modules/electron/package.json'),
    JSON.stringify({ name: 'electron', version: VERSION }),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const runtimeAt = (dir: string, version: string, mode = 0o755): string => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'version'), version);
  writeFileSync(join(dir, 'electron'), '#!/bin/true\n');
  chmodSync(join(dir, 'electron'), mode);
  return dir;
};
const publish = (zip: Buffer, name = NAME): void => {
  const sums = { [name]: createHash('sha256').update(zip).digest('hex') };
  writeFileSync(join(root, 'node_modules/electron/checksums.json'), JSON.stringify(sums));
};

type Member = { path: string; body?: string; mode?: number; stored?: boolean };
/** A zip by hand, as PKWARE's note says. */
function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { path, body = '', mode = 0o100644, stored = false } of members) {
    const name = Buffer.from(path);
    const raw = Buffer.from(body);
    const packed = stored ? raw : deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), common, tail, name]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
const genuine = zipOf([
  { path: 'version', body: VERSION, stored: true },
  { path: 'electron', body: '#!/bin/true\n', mode: 0o100755 },
  { path: 'locales/', mode: 0o040755 },
  { path: 'locales/zh-CN.pak', body: 'x'.repeat(5000) },
]);

describe('finding the runtime', () => {
  it('is absent where nothing was unpacked', () => {
    expect(findElectronRuntime(root, {})).toMatchObject({ ok: false, error: { kind: 'absent' } });
  });

  it('is found in the package, with or without a v before its version', () => {
    for (const version of [VERSION, `v${VERSION}\n`]) {
      const dir = runtimeAt(join(root, 'node_modules/electron/dist'), version);
      expect(findElectronRuntime(root, {}, 'linux')).toEqual({
        ok: true,
        value: { dir, executable: join(dir, 'electron'), version: VERSION },
      });
    }
  });

  it('is refused when its version is not the package’s', () => {
    runtimeAt(join(root, 'node_modules/electron/dist'), '99.1.3');
    expect(findElectronRuntime(root, {}, 'linux')).toMatchObject({ ok: false, error: { kind: 'otherVersion' } });
  });

  it('is refused without a program that can be run', () => {
    runtimeAt(join(root, 'node_modules/electron/dist'), VERSION, 0o644);
    expect(findElectronRuntime(root, {}, 'linux')).toMatchObject({ ok: false, error: { kind: 'broken' } });
  });

  it('a path from outside wins, and a wrong one is told instead of passed over', () => {
    runtimeAt(join(root, 'node_modules/electron/dist'), VERSION);
    const mine = runtimeAt(join(root, 'mine'), VERSION);
    expect(findElectronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: mine }, 'linux')).toMatchObject({
      value: { dir: mine },
    });
    const wrong = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') };
    expect(findElectronRuntime(root, wrong, 'linux')).toMatchObject({ ok: false, error: { kind: 'absent' } });
  });

  it('is absent without the package, and with a manifest that is none', () => {
    writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"../../evil"}');
    expect(findElectronRuntime(root, {}).ok).toBe(false);
  });
});

describe('a zip from a mirror', () => {
  it('is unpacked when the package’s own list has its hash, and is then found', () => {
    publish(genuine);
    writeFileSync(join(root, 'download.bin'), genuine);
    const done = installRuntime(join(root, 'download.bin'), root, machine);
    expect(done).toMatchObject({ ok: true, value: { version: VERSION } });
    const found = findElectronRuntime(root, {}, 'linux');
    expect(found.ok).toBe(true);
    const dir = join(root, 'node_modules/electron/dist');
    expect(readFileSync(join(dir, 'locales/zh-CN.pak'), 'utf8')).toBe('x'.repeat(5000));
    expect(statSync(join(dir, 'locales/zh-CN.pak')).mode & 0o111).toBe(0);
  });

  it('is refused with one bit changed, and nothing is unpacked', () => {
    publish(genuine);
    for (const at of [0, 40, genuine.length >> 1, genuine.length - 1]) {
      const changed = Buffer.from(genuine);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      writeFileSync(join(root, 'x.zip'), changed);
      expect(installRuntime(join(root, 'x.zip'), root, machine)).toMatchObject({ ok: false });
    }
    expect(existsSync(join(root, 'node_modules/electron/dist'))).toBe(false);
  });

  it('is refused when it is genuine for another machine or another version', () => {
    publish(genuine, runtimeZipName(VERSION, 'linux', 'arm64'));
    expect(verifyRuntimeZip(genuine, root, machine).ok).toBe(false);
    publish(genuine, runtimeZipName('99.1.1', 'linux', 'x64'));
    expect(verifyRuntimeZip(genuine, root, machine).ok).toBe(false);
  });

  it('is refused where the list is missing or junk', () => {
    expect(verifyRuntimeZip(genuine, root, machine).ok).toBe(false);
    for (const text of ['', '{}', '[]', `{"${NAME}":"short"}`, `{"${NAME}":5}`]) {
      writeFileSync(join(root, 'node_modules/electron/checksums.json'), text);
      expect(verifyRuntimeZip(genuine, root, machine).ok).toBe(false);
    }
  });

  it('the installed package lists the zip of this machine', () => {
    const sums: unknown = JSON.parse(readFileSync('node_modules/electron/checksums.json', 'utf8'));
    const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
    expect(sums).toHaveProperty([runtimeZipName(version, 'linux', 'x64')], expect.stringMatching(/^[0-9a-f]{64}$/));
  });
});

describe('the zip reader', () => {
  it.each(['../evil', 'a/../../evil', '/etc/evil', 'a\\..\\evil', 'C:evil', '..', 'a/..'])(
    'refuses the path %s',
    (path) => {
      expect(readZip(zipOf([{ path, body: 'x' }])).ok).toBe(false);
    },
  );

  it('refuses a member that unpacks to more than it says', () => {
    const zip = zipOf([{ path: 'bomb', body: 'x'.repeat(100_000) }]);
    const at = zip.indexOf(Buffer.from('504b0102', 'hex'));
    zip.writeUInt32LE(10, at + 24);
    expect(readZip(zip).ok).toBe(false);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(genuine.length), (bytes, at) => {
        const damaged = Buffer.from(genuine);
        damaged.set(bytes.subarray(0, genuine.length - at), at);
        expect(typeof readZip(damaged).ok).toBe('boolean');
        expect(typeof readZip(Buffer.from(bytes)).ok).toBe('boolean');
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
