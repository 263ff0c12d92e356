import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { situations } from '../../common/contracts/session/policy.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { checkPolicies, sitePolicies } from './check.ts';
import { inForce, loadPolicies, notInForce } from './load.ts';
import { enText, pageOf, TODAY, zhText } from './testing/pages.ts';

const root = mkdtempSync(join(tmpdir(), 'minka-policy-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = join(root, name);
  mkdirSync(dir);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(dir, file), content);
  return dir;
}

const good = { 'clinic.zh-CN.md': zhText(), 'clinic.en.md': enText() };

describe('a folder of policy pages', () => {
  it('is read page by page; one that is not in order is left out and named', () => {
    const dir = folder('mixed', {
      ...good,
      'README.md': 'how it is done',
      'alone.zh-CN.md': zhText(),
      'wrong.zh-CN.md': zhText({ source: '' }),
      'wrong.en.md': enText(),
      'binary.zh-CN.md': new Uint8Array([0xff, 0xfe, 0x00]),
      'binary.en.md': enText(),
      'long.zh-CN.md': zhText({}, `## 甲\n${'字'.repeat(20_000)}\n`),
      'long.en.md': enText(),
      'picture.png': 'x',
      'Upper.en.md': enText(),
    });
    const { pages, problems } = loadPolicies(dir, TODAY);
    expect(pages.map(({ id }) => id)).toEqual(['clinic']);
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set(['alone.en.md', 'wrong.zh-CN.md', 'binary.zh-CN.md', 'long.zh-CN.md', 'picture.png', 'Upper.en.md']),
    );
  });

  it('that is not there is one problem', () => {
    const { pages, problems } = loadPolicies(join(root, 'nowhere'), TODAY);
    expect([pages, problems.length, problems[0]?.message]).toEqual([
      [],
      1,
      'The folder of the policy pages cannot be read',
    ]);
  });

  it('files a character under one first stroke', () => {
    const dir = folder('strokes', {
      ...good,
      'other.zh-CN.md': zhText({ words: '门票 丨' }),
      'other.en.md': enText(),
    });
    expect(loadPolicies(dir, TODAY).problems.map(({ file, message }) => [file, message])).toEqual([
      ['other.zh-CN.md', '"门" has another first stroke on another page'],
    ]);
  });
});

describe('a page is in force', () => {
  it('from its first day to its last', () => {
    const page = pageOf('year');
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => inForce(page, day))).toEqual([false, true, true, false]);
    expect(inForce(pageOf('open', { validUntil: 'open' }), '2999-01-01')).toBe(true);
  });

  it('and the technician is told of those that are not, or not for long', () => {
    const dir = folder('days', {
      'past.zh-CN.md': zhText({ validFrom: '2025-01-01', validUntil: '2026-11-21' }),
      'past.en.md': enText(),
      'today.zh-CN.md': zhText({ validUntil: '2026-11-22' }),
      'today.en.md': enText(),
      'soon.zh-CN.md': zhText({ validUntil: '2027-01-21' }),
      'soon.en.md': enText(),
      'later.zh-CN.md': zhText({ validUntil: '2027-01-22' }),
      'later.en.md': enText(),
      'next.zh-CN.md': zhText({ validFrom: '2027-01-01', validUntil: 'open' }),
      'next.en.md': enText(),
    });
    const policyPages = { folder: dir, cities: [] };
    const { problems, remarks } = checkPolicies({ mode: 'lab', policyPages }, TODAY);
    expect(problems).toEqual([]);
    expect(remarks.map(({ path, key }) => [path, key])).toEqual([
      ['next', 'policyNotYet'],
      ['past', 'policyExpired'],
      ['soon', 'policyEnds'],
      ['today', 'policyEnds'],
    ]);
    expect(notInForce(loadPolicies(dir, TODAY).pages, TODAY).map(({ id }) => id)).toEqual(['next', 'past']);
    expect(checkPolicies({ mode: 'lab', policyPages: null }, TODAY)).toEqual({ problems: [], remarks: [] });
  });

  it('and a problem names file and line', () => {
    const dir = folder('bad', { 'clinic.zh-CN.md': zhText({ illustrative: 'maybe' }), 'clinic.en.md': enText() });
    const { problems } = checkPolicies({ mode: 'lab', policyPages: { folder: dir, cities: [] } }, TODAY);
    expect(problems).toMatchObject([{ code: 'CONFIG_INVALID', path: `${join(dir, 'clinic.zh-CN.md')}:9` }]);
  });
});

it('production shows no sample figures, and says so', () => {
  const dir = folder('production', {
    ...good,
    'sure.zh-CN.md': zhText({ illustrative: 'no' }),
    'sure.en.md': enText(),
  });
  const policyPages = { folder: dir, cities: [] };
  expect(sitePolicies({ mode: 'lab', policyPages }, TODAY).pages.map(({ id }) => id)).toEqual(['clinic', 'sure']);
  const { pages, problems } = sitePolicies({ mode: 'production', policyPages }, TODAY);
  expect(pages.map(({ id }) => id)).toEqual(['sure']);
  expect(problems.map(({ file }) => file)).toEqual(['clinic.zh-CN.md']);
});

describe('the pages that are shipped', () => {
  const { pages, problems } = loadPolicies(join(import.meta.dirname, '..', 'policy'), formatDate(Date.now()));

  it('are in order', () => {
    expect(problems).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(12);
  });

  it('say for each guess that it is one', () => {
    const guessed = pages.filter(({ zh }) => /没有.*出处|第三方|没有读到|没有见到/.test(zh.source));
    expect(guessed.length).toBeGreaterThan(0);
    for (const { id, illustrative } of guessed) expect(illustrative, id).toBe(true);
  });

  it('answer something for everything that can happen', () => {
    for (const situation of situations)
      expect(
        pages.some((page) => page.situations.includes(situation)),
        situation,
      ).toBe(true);
    for (const city of ['北京市', '天津市', '上海市', '哈尔滨市']) {
      expect(
        pages.some(({ cities }) => cities.includes(city)),
        city,
      ).toBe(true);
    }
  });
});
