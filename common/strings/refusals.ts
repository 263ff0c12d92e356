import { sentences } from './sentence.ts';

/** What whoever writes a client of the HIS API does about each refusal; nothing was begun. */
export const refusalRemedies = sentences({
  BAD_JSON: { zh: '正文写成 JSON（UTF-8）。', en: 'Send JSON, in UTF-8.' },
  KEY_MISSING: {
    zh: '请求头带 Idempotency-Key：16 到 255 个可见 ASCII 字符，每个新愿望一个新键。',
    en: 'Send Idempotency-Key, 16 to 255 visible ASCII characters, a new one for every new wish.',
  },
  UNAUTHORISED: {
    zh: '请技术员看令牌：没带、不认识，或过期。',
    en: 'Have the token looked at: missing, unknown, or past its day.',
  },
  SCOPE: { zh: '请技术员给这个令牌加这项权限。', en: 'Have the scope granted.' },
  ORIGIN: {
    zh: '请技术员把这个网页的来源加进名单；程序不要带 Origin。',
    en: 'Have the page’s origin put on the list; a program sends none.',
  },
  NOT_FOUND: {
    zh: '看路径和编号；别人的就诊和结算看不到。',
    en: 'Look at path and number; what others brought is not to be seen.',
  },
  METHOD: { zh: '用响应头 Allow 里的方法。', en: 'Use a method that the header Allow names.' },
  IN_FLIGHT: {
    zh: '等 Retry-After 秒，原样再发，键不变。',
    en: 'Wait Retry-After seconds, repeat it unchanged under the same key.',
  },
  BUSY: {
    zh: '别人手里有；看 data.failure，等一会儿再发。',
    en: 'It is in other hands: see data.failure, wait, ask again.',
  },
  NOT_DONE: {
    zh: '照 data.failure：告诉居民什么、怎么办。',
    en: 'See data.failure: what to tell the person, and what mends it.',
  },
  TOO_LARGE: {
    zh: '正文最多 4 MiB；住院费用分几次上传。',
    en: 'Send at most 4 MiB; upload a stay’s fees in several calls.',
  },
  NOT_JSON: { zh: '请求头写 Content-Type: application/json。', en: 'Send Content-Type: application/json.' },
  HOST: { zh: '按 127.0.0.1:端口 或 localhost:端口 访问。', en: 'Ask 127.0.0.1:PORT or localhost:PORT by that name.' },
  INVALID: {
    zh: '照 data.fields 改：每个错的字段在哪、错在哪、可以写什么。',
    en: 'Mend what data.fields names: where, what is wrong, and what is allowed.',
  },
  KEY_REUSED: {
    zh: '新愿望用新键；重发旧的要和原来一字不差。',
    en: 'Use a new key for a new wish; a repeat has the request as it was.',
  },
  TOO_MANY: { zh: '等 Retry-After 秒，同时少发几个。', en: 'Wait Retry-After seconds, and ask less at once.' },
  INTERNAL: {
    zh: '告诉运营方；动钱的操作从不这样回答。',
    en: 'Tell the operator; a movement of money is never answered so.',
  },
  OUT_OF_SERVICE: {
    zh: '看 data.failure，由工作人员处理；问过的键仍有结果，原样再发。',
    en: 'See data.failure, the staff mend it; a key that was asked before keeps its end: repeat it.',
  },
});
