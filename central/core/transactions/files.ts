import { formatDateTime } from '../../../common/kernel/dates.ts';
import { type Context, newId, nodeOf, timeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { fileBytes } from '../validate.ts';

const LIFETIME_MS = 3 * 86_400_000;

/** 9101 文件上传: keeps the file and gives it a number. By itself it changes nothing; 3202 names it. */
export function uploadFile(context: Context): Answer {
  const node = nodeOf(context, 'fsUploadIn');
  const content = fileBytes(node['in']);
  if (content === null) return refuse('文件数据不正确');
  const { institution } = context.envelope;
  if (textOf(node, 'fixmedins_code') !== institution) return refuse('医药机构编号不符');
  const filename = textOf(node, 'filename');
  const [number, until] = [newId(context), formatDateTime(context.now + LIFETIME_MS)];
  context.db.addFile({ number, filename, institution, content, until, at: timeOf(context) });
  context.effects.push({ kind: 'fileStored', file: number });
  const data = { file_qury_no: number, filename, dld_endtime: until, fixmedins_code: institution };
  return { ok: true, output: { data } };
}

/** 9102 文件下载: the answer is the file. */
export function downloadFile(context: Context): Answer {
  const node = nodeOf(context, 'fsDownloadIn');
  const file = context.db.file(textOf(node, 'file_qury_no'));
  if (file === null || file.institution !== context.envelope.institution) return refuse('文件查询号不存在');
  if (file.filename !== textOf(node, 'filename')) return refuse('文件名与文件查询号不符');
  return file.until < timeOf(context) ? refuse('文件已过下载截止时间') : { ok: true, file: file.content };
}
