import { type Context, dayOf, newId, nodeOf, timeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';

/** 9001 签到: one number per institution, operator and day; a second sign-in of the day gets the same one. */
export function signIn(context: Context): Answer {
  const { institution } = context.envelope;
  const operator = textOf(nodeOf(context, 'signIn'), 'opter_no');
  const known = context.db.signInOf(institution, operator, dayOf(context));
  const signNo = known?.signNo ?? newId(context);
  if (known === null) {
    context.db.addSignIn({ signNo, institution, operator, day: dayOf(context), ended: false });
    context.effects.push({ kind: 'signedIn', signNo });
  }
  return { ok: true, output: { signinoutb: { sign_time: timeOf(context), sign_no: signNo } } };
}

/** 9002 签退. */
export function signOut(context: Context): Answer {
  const node = nodeOf(context, 'signOut');
  const row = context.db.signIn(textOf(node, 'sign_no'));
  if (row === null || row.ended || row.operator !== textOf(node, 'opter_no')) return refuse('签到编号不存在或已签退');
  context.db.endSignIn(row.signNo);
  context.effects.push({ kind: 'signedOut', signNo: row.signNo });
  return { ok: true, output: { data: { sign_time: timeOf(context) } } };
}

/** Words of a refusal where the envelope's sign-in number is not one of today's of this institution and operator. */
export function signInFault(context: Context): string | null {
  const { signNo, institution, opter } = context.envelope;
  if (signNo === '') return 'envelope.sign_no（交易签到流水号）不能为空';
  const row = context.db.signIn(signNo);
  const valid =
    row !== null &&
    !row.ended &&
    row.day === dayOf(context) &&
    row.institution === institution &&
    row.operator === opter;
  return valid ? null : '签到编号无效或已过期，请重新签到';
}
