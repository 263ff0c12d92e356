import { sentences } from '../sentence.ts';

/** Slips about the card itself: its state, and a PIN that was changed. */
export const cardSlipStrings = sentences({
  titleCard: { zh: '社保卡状态', en: 'State of the card' },
  cardState: { zh: '状态', en: 'State' },
  'cardState.normal': { zh: '正常', en: 'in order' },
  'cardState.lost': { zh: '已挂失', en: 'reported lost' },
  'cardState.replaced': { zh: '已换新卡', en: 'replaced' },
  'cardState.cancelled': { zh: '已注销', en: 'cancelled' },
  cardSince: { zh: '从哪天起', en: 'Since' },
  cardIssued: { zh: '发卡日期', en: 'Issued' },
  cardExpires: { zh: '中心记的有效期', en: 'Valid until (bureau)' },
  cardChipExpires: { zh: '芯片上的有效期', en: 'Valid until (chip)' },
  cardNoEnd: { zh: '没有写', en: 'not stated' },
  cardDiffers: {
    zh: '两个有效期不一样，请到发卡窗口核对。',
    en: 'The two days differ. Please ask where the card was issued.',
  },
  cardIssuer: { zh: '发卡机构', en: 'Issued by' },
  cardCollect: { zh: '领卡地点', en: 'Collect at' },
  'cardWhy.first': { zh: '新卡：首次申领', en: 'New card: the first one' },
  'cardWhy.lost': { zh: '新卡：遗失补办', en: 'New card: for a lost one' },
  'cardWhy.damaged': { zh: '新卡：损坏换卡', en: 'New card: for a damaged one' },
  'cardWhy.expired': { zh: '新卡：到期换卡', en: 'New card: for one that ends' },
  'cardWhy.changed': { zh: '新卡：信息变更', en: 'New card: other details' },
  'cardStep.applied': { zh: '已申请', en: 'applied for' },
  'cardStep.checked': { zh: '已审核', en: 'checked' },
  'cardStep.made': { zh: '已制卡', en: 'made' },
  'cardStep.arrived': { zh: '已到网点', en: 'at the office' },
  'cardStep.collected': { zh: '已领取', en: 'collected' },

  titlePin: { zh: '社保卡密码', en: 'PIN of the card' },
  'pin.changed': { zh: '密码已经改好。', en: 'The PIN was changed.' },
  'pin.unknown': { zh: '密码改没改成，不知道。', en: 'It is not known whether the PIN was changed.' },
  pinChangedNote: {
    zh: '从现在起用新密码。银行密码没有变。',
    en: 'Use the new PIN from now on. The bank PIN is as before.',
  },
  pinKeep: {
    zh: '密码谁也看不到，请别写在卡上。忘了就带身份证到 {window} 号窗口重设。',
    en: 'Nobody can see the PIN; do not write it on the card. If you forget it, have it reset at window {window}.',
  },
  pinTryNew: {
    zh: '卡里可能是旧密码，也可能是新密码。下次先试新密码。',
    en: 'The card may have the old PIN or the new one. Try the new one first.',
  },
  pinThenOld: { zh: '新密码不对，再用旧密码。', en: 'If it is refused, use the old one.' },
  pinWindow: {
    zh: '两个都不对，别再试，带身份证到 {window} 号窗口。',
    en: 'If both are refused, stop and go to window {window} with your identity document.',
  },
  titleLoss: { zh: '社保卡挂失', en: 'Lost card' },
  lossStands: { zh: '这张卡已经挂失，不能用了。', en: 'This card is reported lost and cannot be used.' },
  lossWithdraw: {
    zh: '找到了卡，在自助机上插卡、输密码就能解除挂失。',
    en: 'If you find it, put it into a terminal and type its PIN to withdraw the report.',
  },
  lossNewCard: {
    zh: '找不到，带身份证到 {window} 号窗口补卡。',
    en: 'If not, apply for a new card at window {window} with your identity document.',
  },
  lossTail: { zh: '卡号尾号', en: 'Card ends' },
  lossNumber: { zh: '受理编号', en: 'Number' },
  lossBy: { zh: '办理方式', en: 'Shown' },
  lossByElectronic: { zh: '电子社保卡', en: 'electronic card' },
  pinAt: { zh: '时间', en: 'At' },
});
