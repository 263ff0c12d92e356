import { z } from 'zod';
import { nationalField } from './field-meta.ts';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 9101 文件上传. The tables print the node as `fsuploadin`; integrators write it so. */
export const fileUploadSchema = z.object({
  in: ask.bytes('文件数据'),
  filename: ask.text('文件名', 200),
  fixmedins_code: ask.text('医药机构编号', 30),
});

export const fileUploadInput = z.object({ fsUploadIn: fileUploadSchema });

const uploadedSchema = z.object({
  file_qury_no: answer.id('文件查询号', 30),
  filename: answer.lenient(answer.text('文件名', 200)),
  dld_endtime: answer.lenient(answer.text('下载截止时间', 30)),
  fixmedins_code: answer.lenient(answer.text('医药机构编号', 30)),
});

/** Some centres put the fields into `data`, as the table says, some straight into the output (B5.3). */
export const fileUploadOutput = z.preprocess(
  (output) => (typeof output === 'object' && output !== null && !('data' in output) ? { data: output } : output),
  z.object({ data: uploadedSchema }),
);

/** 9102 文件下载; printed as `fsuploadin` here too. */
export const fileDownloadSchema = z.object({
  file_qury_no: ask.text('文件查询号', 30),
  filename: ask.text('文件名', 200),
  fixmedins_code: ask.text('医药机构编号', 30),
});

export const fileDownloadInput = z.object({ fsDownloadIn: fileDownloadSchema });

/** The answer is the file itself, no envelope (B5.3: binary stream); the gateway puts its bytes into `file`. */
export const fileDownloadOutput = z.object({
  data: z.object({
    filename: answer.maybe(answer.text('文件名', 200)),
    file: z
      .custom<Uint8Array>((file) => file instanceof Uint8Array)
      .meta(nationalField('文件', 'B', '', { extra: true })),
  }),
});
