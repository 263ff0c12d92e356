import { type FailureSentences, say } from '../failure-sentence.ts';

/** The terminal itself: store, profile, queue, session. */
export const terminalFailures = {
  OPERATOR_UNREACHABLE: {
    person: say('您的账已记好，记录稍后自动送出。', 'Your record is safe and will be sent on by itself.'),
    remedy: say(
      '查外网；用 minka queue list 看积压，通了会自动补送。',
      'Check the network; look at `minka queue list`; rows are sent by themselves when it is back.',
    ),
  },
  OPERATOR_REJECTED: {
    person: say('您的账已记好，请工作人员看一下。', 'Your record is safe; one record needs a look by the staff.'),
    remedy: say(
      '用 minka queue show 看退回的原因，改好配置或报运营方。',
      'Read the reason with `minka queue show`; mend the profile or report to the operator.',
    ),
  },
  STORE_LOCKED: {
    person: say(
      '这台机器正在准备，没有扣钱。请去旁边的机器。',
      'This machine is getting ready. Nothing was taken. Please use the next one.',
    ),
    remedy: say(
      '数据库被另一个程序占着：关掉多开的终端程序，再启动。',
      'Another process holds the database: end the second terminal program and start again.',
    ),
  },
  STORE_NEWER: {
    person: say(
      '这台机器要更新，没有扣钱。请去旁边的机器。',
      'This machine needs an update. Nothing was taken. Please use the next one.',
    ),
    remedy: say(
      '数据库来自更新的版本：装回不低于它的版本，不要删库。',
      'The database is of a newer version: install that version or later; do not delete it.',
    ),
  },
  STORE_CORRUPT: {
    person: say(
      '账都留着，没有扣钱。这台机器现在只能查询。结算请去旁边的机器。',
      'Every record is kept and nothing was taken. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '坏库已改名留存，不要删；对账后用 minka store adopt-new 写明原因，再开结算。',
      'The damaged file is kept under another name; keep it. Reconcile, then run `minka store adopt-new` with a reason.',
    ),
  },
  STORE_KEY: {
    person: say(
      '账都留着，没有扣钱。这台机器现在只能查询。结算请去旁边的机器。',
      'Every record is kept and nothing was taken. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '钥匙换过：找回原来的再启动，不要新做一把。没换过：文件开头坏了，不要删，对账后用 minka store adopt-new 写明原因。',
      'If the key was changed, recover the original and start again; make no new key. If not, the head of the file is damaged: keep it, reconcile, then `minka store adopt-new` with a reason.',
    ),
  },
  STORE_FULL: {
    person: say(
      '账都留着，没有扣钱。这台机器现在只能查询。结算请去旁边的机器。',
      'Every record is kept and nothing was taken. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '磁盘满了：清出 1 GB 以上空间（不动数据库），会自动恢复。',
      'The disk is full: free at least 1 GB (not the database); it comes back by itself.',
    ),
  },
  STORE_GONE: {
    person: say(
      '没有扣钱。这台机器现在只能查询。结算请去旁边的机器。',
      'Nothing was taken. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '数据库文件不见了：把原来那份放回，不能用旧备份；放不回就先对账，再用 minka store adopt-new 写明原因。',
      'The database file is gone: put that very file back, no older copy; if there is none, reconcile, then `minka store adopt-new` with a reason.',
    ),
  },
  STORE_IO: {
    person: say(
      '账都留着，没有扣钱。这台机器现在只能查询。结算请去旁边的机器。',
      'Every record is kept and nothing was taken. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '磁盘读写不了：查磁盘、权限和挂载；好了会自动恢复，换盘前先整份留存。',
      'The disk cannot be read or written: check disk, rights and mount; it comes back by itself. Copy it before a swap.',
    ),
  },
  TERMINAL_INTERNAL: {
    person: say(
      '账都留着。这台机器现在只能查询。结算请去旁边的机器。',
      'Every record is kept. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '是程序的缺陷，不是磁盘：重启终端；再出现就连日志一起报运维，不要动数据库。',
      'A fault of the program, not of the disk: restart the terminal; should it come back, report it with the log and leave the database alone.',
    ),
  },
  STORE_NOT_LOST: {
    person: say('您可以照常办理。', 'You can go on as usual.'),
    remedy: say(
      '数据库在用，不能另开新的；看 minka store status。',
      'The journal is in use and no new one may be begun; see `minka store status`.',
    ),
  },
  CLOCK_SKEWED: {
    person: say('您可以照常办理。', 'You can go on as usual.'),
    remedy: say(
      '本机时间与中心差一分钟以上：查对时服务，校准系统时间。',
      'The clock differs from the centre by over a minute: check time synchronisation and set it.',
    ),
  },
  CLOCK_WRONG: {
    person: say(
      '没有扣钱。这台机器现在只能查询。结算请去旁边的机器。',
      'Nothing was taken. This machine can only look things up; please settle at the next one.',
    ),
    remedy: say(
      '本机时间与中心差五分钟以上，已停结算：校准系统时间，会自动恢复。',
      'The clock is over five minutes off and settling is stopped: set it right; it comes back by itself.',
    ),
  },
  CONFIG_INVALID: {
    person: say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.'),
    remedy: say(
      '跑 minka config check，按指出的那一行改站点文件。',
      'Run `minka config check` and correct the line it names in the site profile.',
    ),
  },
  CONFIG_MISSING: {
    person: say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.'),
    remedy: say(
      '放好站点文件，用 --profile 指明它；要演示环境，先运行 npm start。',
      'Put the site profile in place and name it with --profile; for a lab, run `npm start` first.',
    ),
  },
  CONFIG_PRODUCTION_LAB_DEVICE: {
    person: say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.'),
    remedy: say(
      '正式环境里有演示设备：拆掉它，或把站点文件改回 lab。',
      'A lab device is present in production: remove it, or set the profile back to lab.',
    ),
  },
  QUEUE_NOT_FOUND: {
    person: say('没有找到这条记录。请去窗口查。', 'This record was not found. Please ask at the window.'),
    remedy: say('用 minka queue list 找到正确的编号再看。', 'Find the right id with `minka queue list`.'),
  },
  TERMINAL_UNREACHABLE: {
    person: say(
      '这台机器正在恢复，没有重复扣钱。请稍等。',
      'This machine is coming back. Nothing is charged twice. Please wait a moment.',
    ),
    remedy: say(
      '看终端程序是否在跑、--profile 指的是不是它的站点文件；没跑就启动它。',
      'See whether the terminal runs and whether --profile names its site profile; start it if not.',
    ),
  },
  SESSION_IDLE: {
    person: say(
      '等了一会儿没人按，没有扣钱。请取卡。',
      'Nobody pressed for a while. Nothing was taken. Please take your card.',
    ),
    remedy: say('不用处理；卡留在机器里就交给失物登记。', 'Nothing to mend; a card left behind goes to lost property.'),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
