import { sentences } from './sentence.ts';

/** What is wrong with a field of a request to the HIS API: to whoever writes its client. What is allowed stands beside it. */
export const wrongFieldSentences = sentences({
  missing: { zh: '缺这个字段。', en: 'The field is missing.' },
  unknown: { zh: '没有这个字段。', en: 'There is no such field.' },
  type: { zh: '类型不对。', en: 'It is of the wrong type.' },
  form: { zh: '写法不对。', en: 'It is not written as it must be.' },
  length: { zh: '长度不对。', en: 'It is too short or too long.' },
  count: { zh: '条数不对。', en: 'The list has too few or too many items.' },
  range: { zh: '超出范围。', en: 'It is out of its range.' },
  choice: { zh: '不是可选的值。', en: 'It is none of the values that there are.' },
  rule: { zh: '和别的字段对不上，或没有这样的值。', en: 'It breaks a rule, or there is no such value.' },
});
