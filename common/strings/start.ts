import { sentences } from './sentence.ts';

/** What `npm start` says to whoever started it. */
export const startStrings = sentences({
  shown_electron: { zh: '终端已在 Electron 里打开。', en: 'The kiosk is open in Electron.' },
  shown_chromium: { zh: '终端已在 Chromium 里打开。', en: 'The kiosk is open in Chromium.' },
  shown_url: {
    zh: '没有显示屏：请在本机的浏览器里打开终端（或用 ssh -L 转发，端口号要一样）。',
    en: 'No display: open the kiosk in a browser of this machine (or through `ssh -L`, with the same port number).',
  },
  kiosk: { zh: '  终端    {url}', en: '  kiosk  {url}' },
  kioskNote: {
    zh: '          只能用一次，60 秒内有效；再次打开会被拒绝并报告运营方',
    en: '         works once, within 60 s; opening it again is refused and reported to the operator',
  },
  dock: { zh: '  演示台  {url}', en: '  dock   {url}' },
  dockNote: {
    zh: '          有卡的人、密码键盘、纸、网络、钟：随便玩；只能用一次',
    en: '         people with cards, the pin pad, the paper, the network, the clocks: play with it; works once',
  },
  profile: { zh: '  站点文件 {file}   （npx minka … --profile）', en: '  profile  {file}   (npx minka … --profile)' },
  lab: {
    zh: '演示环境：全是编的，不会扣钱。演示·无效',
    en: 'Lab: everything is made up, nothing is charged. 演示·无效',
  },
  enter: { zh: '按回车换新链接。', en: 'Enter makes fresh links. ' },
  end: { zh: '按 Ctrl-C 全部结束。', en: 'Ctrl-C ends everything.' },
  ended: { zh: '终端已结束。', en: 'The terminal has ended.' },
  failed: { zh: '终端启动不了：{why}', en: 'The kiosk could not be started: {why}' },
  noDisplay: {
    zh: '--{kind} 需要显示屏：DISPLAY 和 WAYLAND_DISPLAY 都没有设置',
    en: '--{kind} needs a display: neither DISPLAY nor WAYLAND_DISPLAY is set',
  },
  deadDisplay: {
    zh: 'DISPLAY={display}：那里没有 X 服务器应答。没有显示屏就用 npm start -- --url。',
    en: 'DISPLAY={display}: no X server answers there. Without a display: npm start -- --url.',
  },
  noElectron: { zh: '没有安装 Electron 运行时', en: 'the Electron runtime is not installed' },
  noChromium: { zh: '没有安装 Chromium', en: 'no Chromium is installed' },
});
export type StartKey = keyof typeof startStrings;
