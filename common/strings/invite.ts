import { sentences } from './sentence.ts';

/** What the empty machine says to the hall now and then: how to begin with the screen dark. */
export const inviteStrings = sentences({
  plug: {
    zh: '看不见屏幕的，插上耳机，这台机器读给您听',
    en: 'If you do not see the screen, plug in headphones: this machine reads to you',
  },
  key: {
    zh: '看不见屏幕的，按键盘上的井号键，这台机器读给您听',
    en: 'If you do not see the screen, press the hash key of the keypad: this machine reads to you',
  },
});
