import { sentences } from '../sentence.ts';

/** How the screens look and sound: what the person sees and hears best, for this visit. */
export const lookStrings = sentences({
  'look.title': { zh: '怎样最清楚？', en: 'What suits you best?' },
  'look.sample': { zh: '按一下，马上就变', en: 'Press, and it changes' },
  'look.ends': { zh: '办完就变回原样', en: 'It ends with your visit' },
  'look.textSize': { zh: '字的大小', en: 'Letters' },
  'look.textSize.normal': { zh: '现在：平常', en: 'Now: usual' },
  'look.textSize.large': { zh: '现在：大', en: 'Now: large' },
  'look.textSize.largest': { zh: '现在：最大', en: 'Now: largest' },
  'look.theme': { zh: '画面', en: 'Picture' },
  'look.theme.standard': { zh: '现在：白底，样样都有', en: 'Now: white, everything' },
  'look.theme.elder': { zh: '现在：白底，只留要紧的', en: 'Now: white, main things only' },
  'look.theme.contrast': { zh: '现在：黑底亮字', en: 'Now: bright on black' },
  'look.sound': { zh: '读给我听', en: 'Read to me' },
  'look.sound.on': { zh: '现在：在读', en: 'Now: on' },
  'look.sound.off': { zh: '现在：不读', en: 'Now: off' },
  'look.noVoice': { zh: '这台机器没有声音', en: 'This machine has no voice' },
  'look.reach': { zh: '按键放低', en: 'Keys lower down' },
  'look.reach.on': { zh: '现在：低', en: 'Now: low' },
  'look.reach.off': { zh: '现在：平常', en: 'Now: usual' },
  'look.done': { zh: '好了，回去', en: 'Done, go back' },
});
