import { sentences } from '../sentence.ts';

/** What the lab says to whoever started it, beside `npm start`'s own words. */
export const labWords = sentences({
  second: {
    zh: '已经有一个演示环境在运行（进程 {pid}）。两个会抢同一个读卡服务。先用 Ctrl-C 停掉那个，或者接着用它：npx minka sim dock',
    en: 'a lab is running already (process {pid}), and two would fight for one card reader service. End that one with Ctrl-C first, or go on with it: npx minka sim dock',
  },
  unannounced: {
    zh: '{file} 写不了（{why}）：这次 minka sim 找不到演示环境，其他都照常。',
    en: '{file} cannot be written ({why}): minka sim will not find this lab; all else works.',
  },
});
