import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseIdentityNumber } from '../../common/kernel/identity.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((f) => f !== '' && !/\.(png|bin|gz|z|bitmap)$/.test(f) && f !== 'package-lock.json');
const texts = new Map(
  files.flatMap((f): [string, string][] => {
    try {
      return [[f, readFileSync(f, 'utf8')]];
    } catch {
      return [];
    }
  }),
);

const product = [...texts].filter(
  ([f]) =>
    /^(common|wire|drivers|terminal|renderer|electron|shell|kiosk-config|central|simulator|bin)\//.test(f) &&
    /\.(ts|tsx|mjs)$/.test(f),
);
const code = product.filter(([f]) => !/\.(test|device\.test|suite)\.tsx?$/.test(f) && !f.includes('/testing/'));

function hits(among: readonly (readonly [string, string])[], pattern: RegExp, allowed: RegExp): readonly string[] {
  return among.filter(([f, text]) => !allowed.test(f) && pattern.test(text)).map(([f]) => f);
}

describe('the repository', () => {
  test('holds no identity number of a real division (only 99xxxx and the textbook example)', () => {
    const found: string[] = [];
    for (const [file, text] of texts) {
      for (const match of text.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g)) {
        const number = match[0].toUpperCase();
        if (number === '11010519491231002X' || number.startsWith('99')) continue;
        if (parseIdentityNumber(number).ok) found.push(`${file}: ${number.slice(0, 6)}…`);
      }
    }
    expect(found).toEqual([]);
    expect(texts.size).toBeGreaterThan(60);
  });

  test('no value of a persona occurs in drivers or bin', () => {
    // What identifies somebody: the holder's own values and the PIN, not the words of the encoding.
    const personas = readdirSync('simulator/personas').filter((f) => f.endsWith('.json'));
    const telling = new Set<string>();
    for (const file of personas) {
      const persona = JSON.parse(readFileSync(`simulator/personas/${file}`, 'utf8')) as {
        holder?: Record<string, string> | null;
        pin?: { digits: string };
      };
      for (const value of [...Object.values(persona.holder ?? {}), persona.pin?.digits ?? '']) {
        // A version (2.00) or a division (990101) is everybody's.
        if (value.length >= 4 && !/^(\d\.\d\d|99\d{4})$/.test(value)) telling.add(value);
      }
    }
    expect(personas.length).toBeGreaterThanOrEqual(10);
    const found = code
      .filter(([f]) => /^(drivers|bin)\//.test(f))
      .flatMap(([f, text]) => [...telling].filter((v) => text.includes(v)).map((v) => `${f}: ${v}`));
    expect(found).toEqual([]);
    expect(telling.size).toBeGreaterThan(20);
  });
});

describe('the product', () => {
  test('reads the environment only in kiosk-config and the entries', () => {
    expect(
      hits(
        code,
        /process\.env/,
        /^kiosk-config\/|\/main\.ts$|^electron\/main\/index\.ts$|drivers\/host(-life)?\.ts$|^bin\/|^simulator\/(emulators\.ts|lab\/)/,
      ),
    ).toEqual([]);
  });
  test('calls fetch only where outbound HTTP is allowed', () => {
    expect(hits(code, /\bfetch\(/, /^terminal\/gateways\/|^simulator\/|^bin\//)).toEqual([]);
  });
  test('has no SQL outside the stores', () => {
    expect(
      hits(
        code,
        /\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE)\b/,
        /^terminal\/store\/|^central\//,
      ),
    ).toEqual([]);
  });
  test('starts no shell and binds nothing beyond loopback', () => {
    expect(
      hits(code, /shell:\s*true|\bexecSync\(|import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'/, /^$/),
    ).toEqual([]);
    // The production guard names the wildcard to refuse it.
    expect(hits(code, /0\.0\.0\.0|listen\([^)]*['"]::['"]/, /^kiosk-config\/production-guard\.ts$/)).toEqual([]);
  });
  test('has no dead ends: no TODO, FIXME, ts-ignore or skipped test', () => {
    expect(
      hits(
        [...texts].filter(([f]) => /\.(ts|tsx|mjs)$/.test(f) && !f.includes('test/house/')),
        /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-expect-error|\.(only|todo)\(/,
        /^$/,
      ),
    ).toEqual([]);
  });
});
