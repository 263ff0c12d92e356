import { sentences } from '../sentence.ts';

/** Checking a certificate by its code. */
export const checkStrings = sentences({
  'insertCard.check': { zh: '查证明真假', en: 'Check a paper' },
  'check.title': { zh: '查验证明', en: 'Check a certificate' },
  'check.ask': { zh: '输入纸上的查验码', en: 'Type the code on the paper' },
  'check.count': { zh: '还差 {left} 位', en: '{left} digits to go' },
  'check.mistyped': { zh: '有一位不对，请删掉重输', en: 'One digit does not fit. Erase and type again' },
  'check.asking': { zh: '正在查', en: 'Looking it up' },
  'check.erase': { zh: '删掉一位', en: 'Erase one' },
  'check.again': { zh: '再查一张', en: 'Check another' },
  'check.leave': { zh: '不查了', en: 'Leave' },
  'check.valid': { zh: '有这张证明，请逐项核对', en: 'It exists. Compare each line' },
  'check.expired': { zh: '这张证明过了查验期', en: 'Its time to be checked is over' },
  'check.none': { zh: '没有这个查验码的证明', en: 'No certificate has this code' },
  'check.noneNote': { zh: '请对照纸上的查验码再看一遍', en: 'Please compare the code with the paper' },
  'check.tooMany': { zh: '查得太多了，等一分钟', en: 'Too many. Please wait a minute' },
  'check.unreachable': { zh: '现在查不了，过一会儿再查', en: 'Not possible now. Try again later' },
  'check.lab': { zh: '演示用的，不作数', en: 'A demonstration: it counts for nothing' },
  'check.kind': { zh: '哪一种', en: 'Kind' },
  'check.name': { zh: '姓名', en: 'Name' },
  'check.total': { zh: '合计', en: 'Total' },
  'check.issuedOn': { zh: '签发', en: 'Issued' },
  'check.digest': { zh: '摘要', en: 'Digest' },
});
