import { sentences } from '../sentence.ts';

/** Slips of certificates and of the proof of entitlement. */
export const certificateSlipStrings = sentences({
  'certificate.payments': { zh: '社会保险缴费证明', en: 'Contributions certificate' },
  'certificate.rights': { zh: '个人权益记录单', en: 'Record of rights' },
  'certificate.transfer': { zh: '养老保险参保缴费凭证', en: 'Pension transfer certificate' },
  certificateChoice: { zh: '能开的证明', en: 'Certificates' },
  certificatePeriod: { zh: '起止年月', en: 'Period' },
  certificateFromTo: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  certificateTotal: { zh: '合计', en: 'Total' },
  certificateIssued: { zh: '签发日期', en: 'Issued' },
  certificateExpires: { zh: '有效期至', en: 'Valid until' },
  certificateDigest: { zh: '内容摘要', en: 'Digest' },
  certificateHow: {
    zh: '到任何一台终端或窗口，凭查验码查真假；日期、合计、姓名和摘要应与纸上一致。',
    en: 'Any terminal or window checks this code; date, total, name and digest must agree with the paper.',
  },
  certificateLab: { zh: '演示印章，不具效力。', en: 'A lab seal; it counts for nothing.' },

  titleProof: { zh: '领取待遇资格认证', en: 'Proof of entitlement' },
  'proof.due': { zh: '未认证', en: 'due' },
  'proof.proven': { zh: '已认证', en: 'proven' },
  'proof.notEnough': { zh: '本机不能认证', en: 'not possible here' },
  'proof.notNeeded': { zh: '不用认证', en: 'not needed' },
  proofState: { zh: '认证', en: 'Proof' },
  proofOn: { zh: '认证日期', en: 'Proven on' },
  proofUntil: { zh: '有效期至', en: 'Holds until' },
  proofWindow: { zh: '请本人到窗口，或请社区上门认证。', en: 'Please go to a window, or have somebody come to you.' },
});
