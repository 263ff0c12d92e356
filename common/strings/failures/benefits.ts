import { type FailureSentences, say } from '../failure-sentence.ts';

/** The question about the account and the year; nothing is ever paid by it. */
export const benefitsFailures = {
  BENEFITS_UNREACHABLE: {
    person: say(
      '没有扣钱，账户暂时查不到。过一会儿再查，不影响交费。',
      'Nothing was taken. The account cannot be looked up now. Try again later; you can still pay.',
    ),
    remedy: say(
      '查网线和到查询服务的路由；能通就再试；不通报网络值班。',
      'Check the cable and the route to the benefits server; if it is down, call the network desk.',
    ),
  },
  BENEFITS_BAD_ANSWER: {
    person: say(
      '没有扣钱，账户没查清楚。过一会儿再查，不影响交费。',
      'Nothing was taken. The account could not be read rightly. Try again later; you can still pay.',
    ),
    remedy: say(
      '查询服务的回答不合约定：核对地址、令牌和接口版本，记下时间报给运维。',
      'The benefits server does not answer as agreed: check address, token and version, and report the time.',
    ),
  },
  BENEFITS_NO_RECORD: {
    person: say(
      '没有扣钱，没查到您的账户。请去窗口问参保的事。',
      'Nothing was taken. No account of yours was found. Please ask about your insurance at the window.',
    ),
    remedy: say(
      '用这个号码和姓名查参保状态；姓名改过的，先去经办改。',
      'Look up the insurance by this number and name; where the name has changed, have it corrected first.',
    ),
  },
  DECLARATION_UNKNOWN: {
    person: say(
      '没有扣钱，申报收到没有还不知道。这台机器会接着问，请别在别处再报。',
      'Nothing was taken. Whether your declaration arrived is not known yet. This machine goes on asking; do not declare again elsewhere.',
    ),
    remedy: say(
      '查到查询服务的网络；通了以后终端自己会问清，本人再打开缴费申报就能看到。急的，到经办查本月申报。',
      'Check the route to the benefits server; once it is back the terminal finds out by itself, and the person sees it in the same service. If it is urgent, ask the office for this month’s declaration.',
    ),
  },
  CERTIFICATE_NONE: {
    person: say(
      '没有这个查验码的证明。请对照纸上的查验码再看一遍。',
      'No certificate has this code. Please compare it with the paper.',
    ),
    remedy: say(
      '再对一遍纸上的查验码；仍然没有，这张纸不能算数，按疑似假证处理。',
      'Compare the code with the paper once more; if there is still none, the paper counts for nothing: treat it as doubtful.',
    ),
  },
  CERTIFICATE_EXPIRED: {
    person: say(
      '这张证明过了查验期。请本人再开一张。',
      'The time to check this certificate is over. Its holder can have a new one issued.',
    ),
    remedy: say('请本人在任何一台终端上再开一张。', 'Let its holder have a new one issued at any terminal.'),
  },
  CERTIFICATE_TOO_MANY: {
    person: say('查得太多了，等一分钟再查。', 'Too many codes in a short time. Please wait a minute.'),
    remedy: say(
      '等一分钟；若没有人在查，看审计记录里的 certificate.checked，可能有人在试查验码。',
      'Wait a minute; if nobody is checking papers, look at certificate.checked in the audit log: somebody may try codes out.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
