import { sentences } from '../sentence.ts';

/** What the dock's server says where it does not show the page. */
export const dockPages = sentences({
  linkUsed: {
    zh: '这个链接用过了，或者过期了。要一个新的：npx minka sim dock',
    en: 'This link was used already, or it is too old. For a new one: npx minka sim dock',
  },
  noLink: {
    zh: '这里是演示台。请用一次性链接打开：npx minka sim dock',
    en: 'This is the dock. Open it by a one-time link: npx minka sim dock',
  },
});
