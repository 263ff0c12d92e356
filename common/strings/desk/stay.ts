import { sentences } from '../sentence.ts';

/** A hospital stay at the desk: its steps by their keys, how far it is at the centre, and what came of a step. */
export const deskStayStrings = sentences({
  'desk.act.stay': { zh: '住院步骤', en: 'Stay steps' },

  'desk.why.notAStay': { zh: '不是住院', en: 'not a stay' },
  'desk.why.inHospital': { zh: '还在院', en: 'in hospital' },
  'desk.why.stepUnknown': { zh: '先问清上一步', en: 'last step unknown' },
  'desk.why.notAdmitted': { zh: '还没办入院', en: 'not admitted' },
  'desk.why.isAdmitted': { zh: '入院办过了', en: 'admitted already' },
  'desk.why.isOut': { zh: '已办出院，先撤销出院', en: 'discharged: undo first' },
  'desk.why.nothingNew': { zh: '中心都有了', en: 'the centre has it all' },
  'desk.why.nothingThere': { zh: '中心没有明细', en: 'no lines there' },
  'desk.why.clearFirst': { zh: '院内改过，先清空', en: 'lines changed: clear first' },
  'desk.why.changeFirst': { zh: '先报变更', en: 'change first' },
  'desk.why.linesFirst': { zh: '先传完明细', en: 'lines first' },
  'desk.why.notSentHome': { zh: '医院还没让出院', en: 'not discharged by the hospital' },
  'desk.why.notOut': { zh: '没办过出院', en: 'not discharged' },

  'desk.stay.steps': { zh: '这次住院，办哪一步', en: 'Which step of this stay' },
  'desk.stay.likely': { zh: '下一步：{step} {infno}', en: 'Next: {step} {infno}' },
  'desk.stay.step.admit': { zh: '办入院', en: 'Admit' },
  'desk.stay.step.addFees': { zh: '传明细', en: 'Send lines' },
  'desk.stay.step.clearFees': { zh: '清空明细', en: 'Clear lines' },
  'desk.stay.step.change': { zh: '报变更', en: 'Send change' },
  'desk.stay.step.discharge': { zh: '办出院', en: 'Discharge' },
  'desk.stay.step.undoDischarge': { zh: '撤销出院', en: 'Undo discharge' },
  'desk.stay.step.cancel': { zh: '撤销入院', en: 'Cancel admission' },
  'desk.stay.may.admit': { zh: '入院 {date}', en: 'admitted {date}' },
  'desk.stay.may.addFees': { zh: '还差 {count} 行', en: '{count} lines missing' },
  'desk.stay.may.anew': { zh: '清空后从头全传', en: 'cleared, then all of them anew' },
  'desk.stay.may.clearFees': { zh: '中心有 {count} 行，按了先问一次', en: '{count} lines there; asks once' },
  'desk.stay.may.change': { zh: '科室、医生、床位、诊断', en: 'department, doctor, bed, diagnoses' },
  'desk.stay.may.discharge': { zh: '出院 {date}', en: 'discharged {date}' },
  'desk.stay.may.undoDischarge': { zh: '按了先问一次', en: 'asks once' },
  'desk.stay.may.cancel': { zh: '明细一起清空，按了先问一次', en: 'its lines too; asks once' },
  'desk.stay.may.asks': { zh: '先问中心，没办成才重办', en: 'asks the centre first' },

  'desk.stay.there': { zh: '中心', en: 'Centre' },
  'desk.stay.there.none': { zh: '没办入院', en: 'not admitted' },
  'desk.stay.there.admitting': { zh: '入院 2401 还不知道', en: 'admission 2401 not known yet' },
  'desk.stay.there.admitted': { zh: '入院 {date}', en: 'admitted {date}' },
  'desk.stay.there.cancelling': { zh: '撤销入院 2404 还不知道', en: 'cancelling 2404 not known yet' },
  'desk.stay.there.lines': { zh: '明细 {count} 行，到 {date}', en: '{count} lines, through {date}' },
  'desk.stay.there.noLines': { zh: '没有明细', en: 'no lines' },
  'desk.stay.there.doubtful': { zh: '明细还不知道', en: 'lines not known yet' },
  'desk.stay.there.missing': { zh: '还差 {count} 行', en: '{count} missing' },
  'desk.stay.there.other': { zh: '{count} 行医院改过', en: '{count} changed since' },
  'desk.stay.there.changed': { zh: '有变更没报', en: 'change unsent' },
  'desk.stay.there.discharging': { zh: '在院还是出院，要再问中心', en: 'in or out: to be asked' },
  'desk.stay.there.returning': { zh: '撤销出院 2405 还不知道', en: 'undoing 2405 not known yet' },
  'desk.stay.there.discharged': { zh: '出院 {date}', en: 'discharged {date}' },
  'desk.stay.there.id': { zh: '就诊ID {id}', en: 'its number {id}' },

  'desk.stay.done.admit': { zh: '入院办好了 2401，中心记 {from} 入院', en: 'Admitted (2401), from {from}' },
  'desk.stay.done.addFees': {
    zh: '明细传好了 2301，中心有 {count} 行，到 {through}',
    en: 'Lines sent (2301): {count} there, through {through}',
  },
  'desk.stay.done.clearFees': { zh: '明细清空了 2302，中心一行也没有', en: 'Lines cleared (2302): none are there' },
  'desk.stay.done.change': { zh: '变更报好了 2403', en: 'The change is sent (2403)' },
  'desk.stay.done.discharge': {
    zh: '出院办好了 2402，中心记 {to} 出院；按 F4 预结算',
    en: 'Discharged (2402) on {to}; F4 pre-settles',
  },
  'desk.stay.done.undoDischarge': {
    zh: '出院撤销了 2405，中心改记在院',
    en: 'Discharge undone (2405): in hospital again',
  },
  'desk.stay.done.cancel': {
    zh: '入院撤销了 2404，中心没有这次住院了',
    en: 'Admission cancelled (2404): no such stay there',
  },
  'desk.stay.failed': { zh: '{step} {infno} 没办成', en: '{step} {infno} was not done' },
  'desk.stay.unknown': { zh: '{step} {infno} 还不知道办成没有', en: '{step} {infno}: not known yet' },
  'desk.stay.unknown.admit': {
    zh: '再按 Z 1：先问中心，有就认下，没有就作废 2601 再重办；别处先不要办',
    en: 'Z 1 asks the centre first (5201, 5303): what is there is taken, else it is voided (2601) and done anew',
  },
  'desk.stay.unknown.addFees': {
    zh: '再按 Z 2：先清空 2302 再从头传，不会重复',
    en: 'Z 2 clears (2302) and sends all anew: no line is there twice',
  },
  'desk.stay.unknown.clearFees': {
    zh: '再按 Z 3 清空，或 Z 2 清空后重传',
    en: 'Z 3 clears again; Z 2 clears and sends anew',
  },
  'desk.stay.unknown.change': {
    zh: '再按 Z 4：同样的变更再报一次，不碍事',
    en: 'Z 4 sends the same change again: no harm',
  },
  'desk.stay.unknown.discharge': {
    zh: '再按 Z 5：先问中心 5303，还在院才重办',
    en: 'Z 5 asks the centre first (5303), and sends anew only where she is in hospital',
  },
  'desk.stay.unknown.undoDischarge': {
    zh: '再按 Z 6：先问中心 5303，没回到在院才重办',
    en: 'Z 6 asks the centre first (5303), and sends anew only where she is out',
  },
  'desk.stay.unknown.cancel': {
    zh: '再按 Z 7：先问中心 5303，入院还在才重办',
    en: 'Z 7 asks the centre first (5303), and sends anew only where she is in hospital',
  },

  'desk.stay.back.clearFees': { zh: '清空中心的明细吗？', en: 'Clear the lines at the centre?' },
  'desk.stay.back.undoDischarge': { zh: '撤销出院吗？', en: 'Undo the discharge?' },
  'desk.stay.back.cancel': { zh: '撤销入院吗？', en: 'Cancel the admission?' },
  'desk.stay.back.clearFeesSub': {
    zh: '中心的 {count} 行全部删掉 2302，医院账单不动；要再传按 Z 2',
    en: 'All {count} lines go (2302); the hospital’s bill stays. Z 2 sends them again',
  },
  'desk.stay.back.undoDischargeSub': {
    zh: '中心改记在院 2405，明细不动；预结算作废，出院要重办',
    en: 'In hospital again (2405), lines stay; what was pre-settled is void',
  },
  'desk.stay.back.cancelSub': {
    zh: '先清空 {count} 行明细 2302，再撤销入院 2404；中心不再有这次住院',
    en: 'First its {count} lines go (2302), then the admission (2404): the centre has no such stay then',
  },

  'desk.quote.noneInside': { zh: '还在院，出院后才结算', en: 'Still in hospital: settled after discharge' },
  'desk.work.stay': { zh: '正在向中心办', en: 'Telling the centre' },
});
