import { auditStrings } from './audit.ts';
import { sentences } from './sentence.ts';

/** What `minka` says on a terminal: to the person who installs and mends, not to a resident. */
export const cliStrings = sentences({
  ...auditStrings,
  usage: {
    zh: `用法：minka 命令 [选项]

  card read [--reader 名称] [--wait 秒] [--reveal]   读一张社保卡（默认等 30 秒，最多 600）
  printer status                                    打印机状态
  printer test                                      打一张测试小票
  queue list                                        待送队列
  queue show 编号                                    队列中的一条
  worklist list [--all]                             待办：只有人能了结的
  worklist resolve 编号 --as 办法 --reason 理由       了结一件待办（stands、void、refund、noted；list 说现在能选哪几种）
      [--setl-id 结算编号]                            在中心系统里看到的编号，中心按编号查时要给
  receipt copy 报文号                                补打一张凭条（或中心的结算编号）
  verify 查验码                                      查验一张证明：日期、合计、遮盖的姓名
  certificate list [--limit 条数]                    本机开出的证明（默认 20），没有姓名和查验码
  staff import 文件                                  导入工作人员名单
  staff mark [--salt 盐]                             给名单取一张卡的标记
  staff list                                        谁能办什么
  staff page                                        在终端屏幕上看待办
  audit list [--limit 条数]                          最近的审计记录（默认 20）
  audit verify [--against 文件]                      核对审计链；文件是运营方导出的检查点
      [--database 文件 [--key-file 文件]]             不问终端，核对一个没在用的数据库
  reconcile [--day 日期] [--last] [--csv 文件] [--print]   和中心对一天的账（默认昨天）；有差异时退出码 1
  store status                                      数据库和时钟：能不能结算，不能的原因
  store adopt-new --reason 理由                       数据库丢失或损坏、对完账后，另开新的；两人刷卡
  config check [文件]                                检查站点文件；不写就是本机的
  codes 表名                                         中心的一张代码表（如 med_type）
  selftest                                          逐项自检：读卡器、密码键盘、打印机、时钟、磁盘、数据库……
  provision 文件 [--into 目录] [--code 一次码]         用一个文件装好这台终端（默认装到 /etc/minka）
  api 操作 …                                         医院系统接口的每一个动作：看 minka api --help
  client add|list|remove …                          谁可以用医院系统接口：看 minka client --help
  sim …                                             演示环境里的手：看 minka sim --help

选项
  --json            标准输出只有一个 JSON 对象
  --profile 文件     站点文件；不给就用本机的（安装包：/etc/minka），没有就用正在运行的演示环境（npm start），再没有用内置的
  --wait 秒         要在终端上证明身份的命令：每张卡等多久（默认 60，最多 300）
  --reveal          个人信息不遮盖（工作人员先在终端上用卡和密码证明身份）
  -h, --help        这一页

退出码：0 成功；1 没做成，--json 时给出 {"error":{"code","message","remedy"}}；2 用法不对。`,
    en: `Usage: minka COMMAND [options]

  card read [--reader NAME] [--wait SECONDS] [--reveal]   read a social-security card (waits 30 s, 600 at most)
  printer status                                          state of the printer
  printer test                                            print a test slip
  queue list                                              what waits to be delivered
  queue show ID                                           one row of the queue
  worklist list [--all]                                   what only a person can end
  worklist resolve ID --as ANSWER --reason TEXT           end a matter: stands, void, refund, noted (see list)
      [--setl-id NUMBER]                                  the number seen at the centre, where it looks up by number
  receipt copy ID                                         one more slip of a settlement (message id or setl_id)
  verify CODE                                             what the certificate with this check code must say
  certificate list [--limit N]                            what was issued here (20); no names, no codes
  staff import FILE                                       put a staff list in force
  staff mark [--salt HEX]                                 the marks of a card, for a staff list
  staff list                                              who may do what
  staff page                                              the work-list on the terminal's screen
  codes TABLE                                             one code table of the centre (med_type, say)
  selftest                                                reader, pad, printer, clock, disk, database, servers: what is wrong, what mends it
  provision FILE [--into DIR] [--code CODE]               set this terminal up from one file (DIR: /etc/minka)
  audit list [--limit N]                                  the newest audit rows (20)
  audit verify [--against FILE]                           verify the audit chain; FILE: the operator's checkpoints
      [--database FILE [--key-file FILE]]                 of a database that no terminal has open
  reconcile [--day DAY] [--last] [--csv FILE] [--print]   a day's books against the centre's (yesterday); 1 if they differ
  store status                                            journal and clock: does it settle, and if not, why
  store adopt-new --reason TEXT                           after reconciling: begin a new journal; two people, by card
  config check [FILE]                                     check a site profile; this machine's own where none is named
  api OPERATION ...                                       each verb of the HIS API: see minka api --help
  client add|list|remove ...                              who may use the HIS API: see minka client --help
  sim ...                                                 hands in a lab: see minka sim --help

Options
  --json            exactly one JSON object on stdout
  --profile FILE    the site profile; without it this machine's own (package: /etc/minka), else the lab that runs
                    (npm start), else the built-in one
  --wait SECONDS    where staff prove themselves: how long each card is waited for (60, 300 at most)
  --reveal          personal data unmasked (staff prove themselves at the terminal first)
  -h, --help        this page

Exit: 0 done; 1 not done, with --json {"error":{"code","message","remedy"}}; 2 wrong usage.`,
  },
  storeSettles: { zh: '数据库正常，可以结算。', en: 'The journal is open; this terminal settles.' },
  storeClosed: { zh: '现在不结算，只能查询：', en: 'Nothing is settled, questions are answered:' },
  storeSetAside: { zh: '已改名留存：{name}', en: 'Set aside and kept: {name}' },
  storeAdopted: {
    zh: '这个数据库由 {by} 于 {at} 另开，接替 {predecessor}：{reason}',
    en: 'This journal was begun by {by} at {at} after {predecessor}: {reason}',
  },
  clockAlike: { zh: '本机时间和中心一致。', en: 'The clock agrees with the centre’s.' },
  clockAhead: {
    zh: '本机时间比中心至少快 {seconds} 秒。',
    en: 'The clock is ahead of the centre’s by at least {seconds} s.',
  },
  clockBehind: {
    zh: '本机时间比中心至少慢 {seconds} 秒。',
    en: 'The clock is behind the centre’s by at least {seconds} s.',
  },
  wrongUsage: { zh: '用法不对：{what}。看 minka --help。', en: 'Wrong usage: {what}. See minka --help.' },
  usingLab: {
    zh: '用正在运行的演示环境的终端（{file}）；别的终端用 --profile 指定。',
    en: 'Asking the terminal of the lab that runs ({file}); --profile names another one.',
  },
  usingLabProfile: {
    zh: '按正在运行的演示环境的站点文件核对（{file}）；别的用 --profile 指定。',
    en: 'Taking the site profile of the lab that runs ({file}); --profile names another one.',
  },
  noLab: {
    zh: '没有给 --profile，也没有这份代码的演示环境在运行',
    en: 'no --profile is given, and no lab of this checkout runs',
  },
  revealed: {
    zh: '--reveal：下面是未遮盖的个人信息，这次已记录在案。',
    en: '--reveal: what follows is unmasked personal data; this is on record.',
  },
  proveAtTerminal: {
    zh: '请到终端前，用本人的卡和密码证明身份；屏幕上会说请谁……',
    en: 'Go to the terminal and prove yourself by card and PIN; its screen says who is asked …',
  },
  worklistOpen: { zh: '待办 {open} 件', en: '{open} open' },
  staffImported: { zh: '名单已生效，共 {people} 人。', en: 'The list is in force: {people} people.' },
  staffPageShown: { zh: '待办在终端屏幕上。', en: 'The work-list is on the screen of the terminal.' },
  waitingForCard: { zh: '请插卡……', en: 'Insert the card …' },
  remedy: { zh: '怎么办：{what}', en: 'What to do: {what}' },
  openFor: { zh: '{minutes} 分钟', en: '{minutes} min' },
  endedBy: { zh: '已了结：{answer}（{who}）', en: 'ended: {answer} ({who})' },
  endedByItself: { zh: '已自行了结', en: 'ended by itself' },
  noAnswerNow: {
    zh: '现在没有可选的，等冲正或退费有了结果再看',
    en: 'nothing may be answered now: wait for the reversal or refund under way',
  },
  mayAnswer: { zh: '可选 {answers}', en: 'may be answered: {answers}' },
  triesLeft: { zh: '还可以试 {tries} 次', en: 'tries left: {tries}' },
  none: { zh: '（无）', en: '(none)' },
  codesShipped: { zh: '（随终端带的，中心没有给过）', en: '(shipped with the terminal; the centre has told none)' },
  codesFetched: { zh: '（中心给的）', en: '(told by the centre)' },
  selftestGood: { zh: '好　', en: 'good' },
  selftestSoon: { zh: '快了', en: 'soon' },
  selftestBad: { zh: '不行', en: 'BAD ' },
  provisioned: { zh: '已装好：{file}。接着跑 minka selftest。', en: 'Set up: {file}. Now run `minka selftest`.' },
  provisionedAlready: {
    zh: '本来就是这样，没有改动：{file}',
    en: 'It stood there already, nothing was changed: {file}',
  },
  profileGood: { zh: '站点文件没有问题。', en: 'The site profile is in order.' },
  profileRemark: { zh: '注意 {path}：{message}', en: 'note {path}: {message}' },
  policyExpired: { zh: '这一页 {until} 到期，终端不再显示', en: 'this page ended on {until} and is not shown' },
  policyEnds: { zh: '这一页 {until} 到期，请准备新的', en: 'this page ends on {until}; a new one will be needed' },
  policyNotYet: { zh: '这一页 {from} 才生效，现在不显示', en: 'this page begins on {from} and is not shown yet' },
  profileProblem: { zh: '{path}：{message}；可填：{allowed}', en: '{path}: {message}; allowed: {allowed}' },
  fileProblem: { zh: '{message}；可填：{allowed}', en: '{message}; allowed: {allowed}' },
  'certificate.asked': { zh: '在问中心', en: 'asked for' },
  'certificate.issued': { zh: '已签发', en: 'issued' },
  'certificate.none': { zh: '没有记录可写', en: 'nothing on record' },
  'certificate.failed': { zh: '没有答复或答复不对', en: 'no answer, or not a right one' },
  'verify.payments': { zh: '社会保险缴费证明', en: 'Certificate of social insurance contributions' },
  'verify.rights': { zh: '社会保险个人权益记录单', en: 'Record of social insurance rights' },
  'verify.transfer': { zh: '基本养老保险参保缴费凭证', en: 'Pension insurance transfer certificate' },
  'verify.facts': {
    zh: '姓名 {name}　参保地 {city}\n合计 {total} 元\n签发 {issued}　有效期至 {expires}\n摘要 {digest}',
    en: 'name {name}, insured in {city}\ntotal {total} yuan\nissued {issued}, until {expires}\ndigest {digest}',
  },
  'verify.lab': { zh: '演示用的证明，不作数。', en: 'A certificate of a demonstration: it counts for nothing.' },
  'verify.valid': { zh: '有效。请与纸上逐项核对。', en: 'In force. Compare each of these with the paper.' },
  'verify.expired': { zh: '已过查验有效期。', en: 'The time to check it is over.' },
  receiptCopied: { zh: '补打 {copy} 已打出。', en: 'Copy {copy} is printed.' },
  copyOffer: { zh: '补打：minka receipt copy {message}', en: 'A copy: minka receipt copy {message}' },
  printed: { zh: '测试小票已打出。', en: 'The test slip is printed.' },
  queueCounts: {
    zh: '等待 {waiting}，在送 {inFlight}，已送 {delivered}，搁置 {dead}',
    en: 'waiting {waiting}, in flight {inFlight}, delivered {delivered}, set aside {dead}',
  },
  queueOldest: { zh: '最早的等了 {oldest} 秒', en: 'the oldest waits {oldest} s' },
  specVersion: { zh: '规范版本', en: 'Specification' },
  cardNumber: { zh: '卡号', en: 'Card number' },
  cardId: { zh: '卡识别码', en: 'Card id' },
  regionCode: { zh: '发卡地区', en: 'Region' },
  issuedOn: { zh: '发卡日期', en: 'Issued on' },
  expiresOn: { zh: '有效期至', en: 'Expires on' },
  socialSecurityNumber: { zh: '社会保障号码', en: 'Social-security number' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  nation: { zh: '民族', en: 'Nation' },
  birthPlace: { zh: '出生地', en: 'Place of birth' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  atr: { zh: '复位应答', en: 'ATR' },
  needsHsm: { zh: '需要加密机', en: 'Needs the HSM' },
  warnings: { zh: '提示', en: 'Warnings' },
  printerOffline: { zh: '打印机没有应答。', en: 'The printer does not answer.' },
  printerReady: { zh: '打印机就绪。', en: 'The printer is ready.' },
  printerNearEnd: { zh: '打印机就绪，纸快用完。', en: 'The printer is ready; paper runs low.' },
  printerPaperOut: { zh: '打印机缺纸。', en: 'The printer is out of paper.' },
  printerCoverOpen: { zh: '打印机盖开着。', en: "The printer's cover is open." },
  printerCutterJam: { zh: '切刀卡住了。', en: 'The cutter is jammed.' },
  printerFault: { zh: '打印机报故障。', en: 'The printer reports a fault.' },
});

export type CliKey = keyof typeof cliStrings;
