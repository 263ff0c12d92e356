import { describe, expect, it } from 'vitest';
import type { SpeechConfig } from '../../common/contracts/devices/speech.ts';
import { engines } from './engines.ts';

const config: SpeechConfig = {
  engine: 'espeak-ng',
  command: '/usr/bin/espeak-ng',
  voices: { 'zh-CN': 'cmn', en: 'en' },
  rate: 140,
  headphonesFile: null,
};

describe('how an engine is asked', () => {
  it('takes the text from standard input and the voice of the language', () => {
    expect(engines['espeak-ng'].say(config, 'zh-CN')).toEqual(['-v', 'cmn', '-s', '140', '--stdin']);
    expect(engines['espeak-ng'].say(config, 'en')).toEqual(['-v', 'en', '-s', '140', '--stdin']);
  });

  it.each([
    [160, '0'],
    [80, '-57'],
    [300, '100'],
  ])('%i words a minute are %s to speech-dispatcher', (rate, step) => {
    expect(engines['spd-say'].say({ ...config, rate }, 'en').at(-1)).toBe(step);
    expect(engines['spd-say'].hush).toEqual(['--cancel']);
  });
});
