import { type Context, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { storedObject, writeJson } from '../json.ts';
import { INOUT, openStay, stayDiagnoses, stayInHospital } from './stay.ts';

/** 2402 出院办理: from here on lines and admission are closed, and the stay may be settled. */
export function discharge(context: Context): Answer {
  const node = nodeOf(context, 'dscginfo');
  const found = stayInHospital(context, node);
  if (typeof found === 'string') return refuse(found);
  const { visit } = found;
  if (textOf(node, 'insutype') !== visit.insutype) return refuse('险种类型与入院信息不符');
  const at = textOf(node, 'endtime');
  if (at < visit.begunAt) return refuse('出院时间早于入院时间');
  const died = textOf(node, 'die_date') !== '';
  if (died !== (textOf(node, 'dscg_way') === '5')) return refuse('离院方式与死亡日期不符');
  const diagnoses = stayDiagnoses(context, visit.psnNo, INOUT.discharge);
  if (typeof diagnoses === 'string') return refuse(diagnoses);
  const { db } = context;
  db.setDischarge(visit.mdtrtId, at, writeJson(node));
  db.replaceDiagnoses(visit.mdtrtId, [...db.diagnoses(visit.mdtrtId), ...diagnoses]);
  context.effects.push({ kind: 'discharged', mdtrtId: visit.mdtrtId });
  return { ok: true, output: null };
}

/** 2405 出院撤销: the person is in hospital again; refused while a settlement stands. */
export function undoDischarge(context: Context): Answer {
  const found = openStay(context, nodeOf(context));
  if (typeof found === 'string') return refuse(found);
  const { visit, stay } = found;
  if (stay.dischargedAt === null) return refuse('该就诊尚未办理出院');
  const { db } = context;
  if (db.fees(visit.mdtrtId).some((fee) => fee.setlId !== null)) return refuse('该就诊已结算，请先撤销结算');
  if (db.stayOf(visit.psnNo) !== null) return refuse('该人员已另行办理入院，不能撤销出院');
  db.setDischarge(visit.mdtrtId, null, null);
  db.replaceDiagnoses(
    visit.mdtrtId,
    db.diagnoses(visit.mdtrtId).filter((body) => storedObject(body)['inout_diag_type'] !== INOUT.discharge),
  );
  context.effects.push({ kind: 'dischargeUndone', mdtrtId: visit.mdtrtId });
  return { ok: true, output: null };
}
