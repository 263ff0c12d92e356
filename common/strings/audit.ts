import { sentences } from './sentence.ts';

/** What `minka audit` says: to the auditor and the technician. */
export const auditStrings = sentences({
  auditSound: {
    zh: '审计链完好：{rows} 条，最后一条 #{seq}。',
    en: 'The audit chain is sound: {rows} rows, the newest is #{seq}.',
  },
  auditWitnessed: {
    zh: '与运营方的 {checkpoints} 个检查点一致。',
    en: "It agrees with {checkpoints} of the operator's checkpoints.",
  },
  auditUnwitnessed: {
    zh: '没有运营方的检查点：整库被换回旧副本、末尾被截断而不留痕迹，单凭本机看不出。用 --against 文件 再核对。',
    en: 'No checkpoint of the operator was given: an old copy of the whole database, or a tail cut off without a trace, cannot be seen from here alone. Verify with --against FILE.',
  },
  auditNotSound: {
    zh: '审计链有问题（{rows} 条，链 {chain}）：',
    en: 'The audit chain is not sound ({rows} rows, chain {chain}):',
  },
  auditMore: { zh: '……还有更多。', en: '… and more.' },
  'auditFinding.modified': { zh: '#{from}–#{to}：内容被改过', en: '#{from}–#{to}: changed' },
  'auditFinding.deleted': { zh: '#{from}–#{to}：被删掉', en: '#{from}–#{to}: deleted' },
  'auditFinding.reordered': { zh: '#{from}–#{to}：顺序被换过', en: '#{from}–#{to}: order changed' },
  'auditFinding.inserted': { zh: '#{from}–#{to}：是插进来的', en: '#{from}–#{to}: inserted' },
  'auditFinding.truncated': { zh: '#{from}–#{to}：末尾被截掉', en: '#{from}–#{to}: cut off at the end' },
  'auditFinding.rolled-back': {
    zh: '#{from}–#{to}：运营方收到过，这里没有：数据库被换回旧副本，或末尾被截掉',
    en: '#{from}–#{to}: the operator was told of them, they are not here: an old copy of the database, or a tail cut off',
  },
  'auditFinding.swapped': {
    zh: '#{from}–#{to}：这是别的终端的日志 {other}',
    en: '#{from}–#{to}: the log of another terminal {other}',
  },
  'auditFinding.rewritten': {
    zh: '#{from}–#{to}：与运营方收到的不符：改后重算过，或从旧副本接着写',
    en: '#{from}–#{to}: not what the operator was told: changed and hashed anew, or gone on from an old copy',
  },
  'auditFinding.replaced': {
    zh: '运营方知道的是这台终端的另一条链 {other}（到 #{to}），不是这一条',
    en: 'the operator knows another chain of this terminal, {other} (up to #{to}), and not this one',
  },
});
