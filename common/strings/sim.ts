import { sentences } from './sentence.ts';

/** What `minka sim` says: to whoever plays with a lab from a shell. */
export const simStrings = sentences({
  usage: {
    zh: `用法：minka sim 命令 [--json]      对着正在运行的演示环境（npm start 或 npm run sandbox）

  people                               谁来了、密码、要付多少；people draw 再来一个人
  card insert 谁 [--slot 1|2] [--wrong-way]   插卡；谁：名单里的编号、卡名或姓名
  card remove|turn [--slot 1|2]        拔卡、翻过来（出来一秒再进）
  card new 谁                          换一张新卡：密码没有错过
  pin 数字 | enter|cancel|clear|backspace      在密码键盘上按
  pad cable out|in                     密码键盘的线
  paper [--out 文件.png]               看出纸口的纸
  paper tear | out | soon | refill     撕下、拿走纸、60 毫米后没纸、装纸
  paper cover open|close | jam | unjam | cable out|in
  net up | down | slow 毫秒            终端的网络
  clock on 10m | back 2h | right [--everyone]  拨终端的钟（s m h d）；--everyone 各方一起
  fault 种类 [--target 谁] [--infno 2207] [--path /…] [--times 次数] [--skip 次数] [--ms 毫秒]
                                       谁：centre、his、operator、benefits、cashier
{kinds}
  fault clear                          撤掉所有毛病
  ledgers                              四本账
  status                               现在的样子
  dock                                 演示台网页的一次性链接`,
    en: `Usage: minka sim COMMAND [--json]    on the lab that is running (npm start, npm run sandbox)

  people                               who came, PINs, what is due; people draw: another one
  card insert WHO [--slot 1|2] [--wrong-way]  put in; WHO: a number, a card or a name of the list
  card remove|turn [--slot 1|2]        pull out, turn round (out for a second)
  card new WHO                         a new card: no wrong PIN yet
  pin DIGITS | enter|cancel|clear|backspace   keys of the PIN pad
  pad cable out|in                     the PIN pad's cable
  paper [--out FILE.png]               look at the paper that hangs out
  paper tear | out | soon | refill     tear off, take the roll away, out after 60 mm, refill
  paper cover open|close | jam | unjam | cable out|in
  net up | down | slow MS              the terminal's network
  clock on 10m | back 2h | right [--everyone]  the terminal's clock (s m h d); --everyone: all sides'
  fault KIND [--target WHOSE] [--infno 2207] [--path /…] [--times N] [--skip N] [--ms MS]
                                       WHOSE: centre, his, operator, benefits, cashier
{kinds}
  fault clear                          takes all faults back
  ledgers                              the four ledgers
  status                               how things stand
  dock                                 a one-time link to the dock's page`,
  },
  done: { zh: '做好了。', en: 'Done.' },
  pin: { zh: '密码 {pin}', en: 'PIN {pin}' },
  unpaid: { zh: '未付 {amount}', en: '{amount} unpaid' },
  held: { zh: '正在办 {amount}', en: '{amount} in progress' },
  settled: { zh: '已付 {amount}', en: '{amount} settled' },
  unknown: { zh: '不明 {amount}', en: '{amount} unknown' },
  noSettlement: { zh: '还没有结算。', en: 'No settlement yet.' },
  centre: { zh: '医保中心', en: 'centre' },
  his: { zh: '医院', en: 'HIS' },
  journal: { zh: '终端日志', en: 'journal' },
  paper: { zh: '纸', en: 'paper' },
  paperHangs: { zh: '出纸口外有 {mm} 毫米纸，切了 {n} 刀。', en: '{mm} mm of paper hang out, cut {n} times.' },
  written: { zh: '写好了：{file}', en: 'Written: {file}' },
  total: { zh: '一共', en: 'total' },
  funds: { zh: '医保', en: 'insurance' },
  account: { zh: '账户', en: 'account' },
  cash: { zh: '现金', en: 'cash' },
  queue: { zh: '终端队列：{n} 行在等，{dead} 行搁置', en: "terminal's queue: {n} rows wait, {dead} set aside" },
  slot: { zh: '卡槽 {n}：{holds}', en: 'slot {n}: {holds}' },
  empty: { zh: '空', en: 'empty' },
  wrongWay: { zh: '插反了', en: 'wrong way round' },
  padAsking: { zh: '密码键盘：正在等密码', en: 'PIN pad: asks for the PIN' },
  padIdle: { zh: '密码键盘：没有在等密码', en: 'PIN pad: does not ask' },
  printerReady: { zh: '打印机：好，外面有 {mm} 毫米纸', en: 'printer: ready, {mm} mm hang out' },
  printerMoving: { zh: '打印机：正在打，外面有 {mm} 毫米纸', en: 'printer: printing, {mm} mm hang out' },
  printerOut: { zh: '打印机：没纸，外面有 {mm} 毫米纸', en: 'printer: out of paper, {mm} mm hang out' },
  printerCover: { zh: '打印机：盖开着，外面有 {mm} 毫米纸', en: 'printer: cover open, {mm} mm hang out' },
  printerJam: { zh: '打印机：切刀卡住，外面有 {mm} 毫米纸', en: 'printer: cutter jammed, {mm} mm hang out' },
  printerCable: { zh: '打印机：线拔了，外面有 {mm} 毫米纸', en: 'printer: cable out, {mm} mm hang out' },
  netUp: { zh: '网络：接通', en: 'network: connected' },
  netDown: { zh: '网络：断开', en: 'network: down' },
  netSlow: { zh: '网络：慢 {ms} 毫秒', en: 'network: {ms} ms slow' },
  clock: { zh: '钟：终端 {terminal}，其他各方 {others}', en: 'clocks: terminal {terminal}, other sides {others}' },
  fault: { zh: '毛病：{target} {what} {kind}{time}，还有 {n} 次', en: 'fault: {target} {what} {kind}{time}, {n} more' },
});
export type SimKey = keyof typeof simStrings;

/** Before the lab was reached, or beside it. */
export const simErrors = sentences({
  SIM_NO_LAB: { zh: '没有正在运行的演示环境', en: 'No lab is running' },
  SIM_NO_ANSWER: { zh: '演示环境没有好好回答', en: 'The lab gave no usable answer' },
  SIM_FILE: { zh: '文件写不了', en: 'The file cannot be written' },
});
export const simRemedies = sentences({
  SIM_NO_LAB: {
    zh: '在另一个窗口运行 npm start 或 npm run sandbox，再试。',
    en: 'Run npm start or npm run sandbox in another window, then try again.',
  },
  SIM_NO_ANSWER: { zh: '停掉演示环境，重新启动。', en: 'End the lab and start it again.' },
  SIM_FILE: { zh: '换一个可以写的地方。', en: 'Choose a place that can be written.' },
});
