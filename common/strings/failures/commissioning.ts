import { type FailureSentences, say } from '../failure-sentence.ts';

const notReady = say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.');

/** What keeps a terminal from being set up, or tells that it soon will not work: for who installs and mends it. */
export const commissioningFailures = {
  PRINTER_BAUD: {
    person: say(
      '账已记好，只是打印机没连上。凭条可去窗口补打。',
      'Your record is safe; only the printer is not connected. Get the slip at the window.',
    ),
    remedy: say(
      '把站点文件的 devices.printer.baudRate 改成打印机应答的那个速率，重启终端。',
      'Set devices.printer.baudRate of the site profile to the rate at which the printer answers, and restart the terminal.',
    ),
  },
  KEYS_UNREADABLE: {
    person: notReady,
    remedy: say(
      '把指出的文件放好，权限设为 0600；没有就再跑一次 minka provision。',
      'Put the named file in place with mode 0600; where it is lost, run `minka provision` again.',
    ),
  },
  CERT_EXPIRED: {
    person: notReady,
    remedy: say(
      '换上还在有效期内的证书：本机的用新的一次码再跑 minka provision，对方的请对方换。',
      'Put in a certificate that is in force: ours by `minka provision` with a new one-time code, theirs by whoever runs that server.',
    ),
  },
  CERT_EXPIRING: {
    person: say('您可以照常办理。', 'You can go on as usual.'),
    remedy: say(
      '到期之前换：本机的用新的一次码再跑 minka provision，对方的请对方换。',
      'Replace it before that day: ours by `minka provision` with a new one-time code, theirs by whoever runs that server.',
    ),
  },
  CERT_AUTHORITY: {
    person: notReady,
    remedy: say(
      '站点文件里的 caFile 不是签这张证书的：向对方要根证书，核对指纹后换上。',
      'The caFile of the site profile did not sign this certificate: get the authority from that side, compare its fingerprint and put it in.',
    ),
  },
  ACCESS_DENIED: {
    person: notReady,
    remedy: say(
      '把站点文件里对方的令牌、密钥文件和机构号，同对方给的逐一核对；换过的用 minka provision 放进来，再自检。',
      'Compare token, key files and institution code of the site profile with what that side gave; put in what has changed by `minka provision`, then test again.',
    ),
  },
  SLOT_USED: {
    person: notReady,
    remedy: say(
      '换一个没用过的 terminalSlot；这台是替换旧机的，请运营方先注销旧机。',
      'Choose a terminalSlot that is free; where this machine replaces another, have the operator retire the old one first.',
    ),
  },
  ENROL_REFUSED: {
    person: notReady,
    remedy: say(
      '一次码不对、用过了或过期了：请运营方给一个新的。',
      'The one-time code is wrong, used or over: ask the operator for a new one.',
    ),
  },
  CODES_UNKNOWN: {
    person: say('您可以照常办理。', 'You can go on as usual.'),
    remedy: say(
      '用字典类型的名字，例如 med_type、insutype、clr_type。',
      'Name a table by its type: med_type, insutype, clr_type, say.',
    ),
  },
  ENROL_UNKNOWN: {
    person: notReady,
    remedy: say(
      '用同一个文件和同一个一次码再跑一次 minka provision；已登记的会给回同一张证书。',
      'Run `minka provision` again with the same file and the same code: what was enrolled already is answered alike.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
