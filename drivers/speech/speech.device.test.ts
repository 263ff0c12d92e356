import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SpeechConfig } from '../../common/contracts/devices/speech.ts';
import { systemClock } from '../../wire/system.ts';
import { openSpeech, type Speech } from './speech.ts';

const ENGINE = join(import.meta.dirname, 'emulator', 'engine.mjs');
const open = (text: string) => ({ text, private: false });
const secret = (text: string) => ({ text, private: true });
let dir: string;
let speech: Speech;

/** The engine for tests, in a wrapper that says where to write: a process of its own, as the real one is. */
function config(change: Partial<SpeechConfig> = {}): SpeechConfig {
  return {
    engine: 'espeak-ng',
    command: join(dir, 'engine'),
    voices: { 'zh-CN': 'cmn', en: 'en' },
    rate: 140,
    headphonesFile: join(dir, 'headphones'),
    ...change,
  };
}

function lines(): readonly { what: string; text: string; args: string[] }[] {
  const text = readFileSync(join(dir, 'spoken'), 'utf8').trim();
  return text === ''
    ? []
    : text.split('\n').map((line) => JSON.parse(line) as { what: string; text: string; args: string[] });
}
const spoken = (): readonly string[] => lines().map(({ what, text }) => `${what} ${text}`);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-speech-'));
  writeFileSync(join(dir, 'spoken'), '');
  writeFileSync(join(dir, 'headphones'), '0\n');
  const wrapper = `#!/bin/sh\nexec ${process.execPath} ${ENGINE} ${join(dir, 'spoken')} "$@"\n`;
  writeFileSync(join(dir, 'engine'), wrapper, { mode: 0o755 });
  speech = openSpeech(config(), { clock: systemClock() });
});
afterEach(async () => {
  await speech.close();
  rmSync(dir, { recursive: true, force: true });
});

test('says one thing after another, each to the end, in the voice of its language', async () => {
  const request = { locale: 'zh-CN', utterances: [open('请插卡'), open('$(touch x); "一"')] } as const;
  expect(await speech.speak({ ...request, utterances: [...request.utterances] })).toEqual({
    outcome: 'spoken',
    withheld: 0,
  });
  expect(spoken()).toEqual(['begun 请插卡', 'said 请插卡', 'begun $(touch x); "一"', 'said $(touch x); "一"']);
  expect(lines()[0]?.args).toEqual(['-v', 'cmn', '-s', '140', '--stdin']);
});

test('what is private is not said through the loudspeaker, and is counted', async () => {
  const utterances = [open('谁来付'), secret('您付 36 元'), open('按绿键')];
  expect(await speech.speak({ locale: 'zh-CN', utterances })).toEqual({ outcome: 'spoken', withheld: 1 });
  expect(spoken().join()).not.toContain('36');
});

test('with headphones in everything is said; pulled out in the middle of a word, the word ends', async () => {
  writeFileSync(join(dir, 'headphones'), '1\n');
  const long = '您的账户还有一千二百四十五元六角'.repeat(12);
  const said = speech.speak({
    locale: 'zh-CN',
    utterances: [secret('李某兰'), secret(long), secret('还有'), open('按绿键')],
  });
  await vi.waitFor(() => expect(spoken()).toContain(`begun ${long}`), { timeout: 5000 });
  writeFileSync(join(dir, 'headphones'), '0\n');
  expect(await said).toEqual({ outcome: 'spoken', withheld: 2 });
  expect(spoken()).toContain(`cut ${long}`);
  expect(spoken().join()).not.toContain('还有,');
  expect(spoken().at(-1)).toBe('said 按绿键');
});

test('the next thing to say takes the place of this one at once; nothing is said at all after an empty one', async () => {
  const first = speech.speak({ locale: 'zh-CN', utterances: [open('一'.repeat(500)), open('二')] });
  await vi.waitFor(() => expect(spoken().length).toBe(1), { timeout: 5000 });
  const begun = performance.now();
  const second = speech.speak({ locale: 'en', utterances: [open('Take your card')] });
  expect((await first).outcome).toBe('interrupted');
  expect(performance.now() - begun).toBeLessThan(1500);
  expect((await second).outcome).toBe('spoken');
  expect(spoken().slice(-2)).toEqual(['begun Take your card', 'said Take your card']);
  expect(spoken().join()).not.toContain('begun 二');
  expect(await speech.speak({ locale: 'en', utterances: [] })).toEqual({ outcome: 'spoken', withheld: 0 });
});

test('a voice that is not there is said to be unavailable, and nothing throws', async () => {
  const none = openSpeech(config({ command: join(dir, 'nothing') }), { clock: systemClock() });
  expect((await none.speak({ locale: 'en', utterances: [open('a'), open('b')] })).outcome).toBe('unavailable');
  await none.close();
});

test('headphones are in where the file says so, and nowhere else', () => {
  const says = (text: string): boolean | null => {
    writeFileSync(join(dir, 'headphones'), text);
    return speech.headphones();
  };
  expect([says('1'), says('1\n'), says('0'), says(''), says('10'), says('yes')]).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(openSpeech(config({ headphonesFile: null }), { clock: systemClock() }).headphones()).toBe(null);
  expect(openSpeech(config({ headphonesFile: dir }), { clock: systemClock() }).headphones()).toBe(false);
});

test('the hall hears what stands in place of something private; headphones hear the thing itself', async () => {
  const utterances = [{ ...secret('您付 36 元'), instead: '下面是您的私事' }, secret('账户付 86 元'), open('按绿键')];
  expect(await speech.speak({ locale: 'zh-CN', utterances })).toEqual({ outcome: 'spoken', withheld: 2 });
  expect(spoken().filter((line) => line.startsWith('said'))).toEqual(['said 下面是您的私事', 'said 按绿键']);
  writeFileSync(join(dir, 'headphones'), '1\n');
  expect(await speech.speak({ locale: 'zh-CN', utterances })).toEqual({ outcome: 'spoken', withheld: 0 });
  expect(spoken().at(-1)).toBe('said 按绿键');
  expect(spoken()).toContain('said 您付 36 元');
});

test('tells when they are plugged in and pulled out, once each, and nothing any more once it is closed', async () => {
  const plugs: boolean[] = [];
  speech.onHeadphones((plugged) => plugs.push(plugged));
  const put = async (text: string, count: number): Promise<void> => {
    writeFileSync(join(dir, 'headphones'), text);
    await vi.waitFor(() => expect(plugs.length).toBe(count), { timeout: 3000 });
  };
  await put('1', 1);
  await put('0', 2);
  expect(plugs).toEqual([true, false]);
  await speech.close();
  writeFileSync(join(dir, 'headphones'), '1');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(plugs).toEqual([true, false]);
});
