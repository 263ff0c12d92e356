import { sentences } from './sentence.ts';

/** The page that stands where the terminal is not restarted any more. The shell serves it; it needs nothing else. */
export const quietStrings = sentences({
  'quiet.title': { zh: '请到窗口办理', en: 'Please go to the window' },
  'quiet.window': { zh: '{window} 号窗口', en: 'Window {window}' },
  'quiet.sub': { zh: '本机暂停服务，不会多扣钱', en: 'This machine is out of service. Nothing is charged twice.' },
  'quiet.card': { zh: '卡还在机器里，请取走', en: 'If your card is still in the machine, take it.' },
  'quiet.staff': {
    zh: '工作人员：本机 {terminal}，请重新启动终端服务；电话 {hotline}',
    en: 'Staff: {terminal}. Restart the terminal service. Call {hotline}.',
  },
  'quiet.demo': { zh: '演示·无效', en: 'DEMO · VOID' },
});

/** What a person who opens the screen by a link may read when the link is no good any more. */
export const linkStrings = sentences({
  'link.opening': { zh: '正在打开……', en: 'Opening …' },
  'link.script': { zh: '此页需要 JavaScript。', en: 'This page needs JavaScript.' },
});
