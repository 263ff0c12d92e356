import { type Context, nodeOf } from '../context.ts';
import { type Answer, textOf } from '../envelope.ts';
import { type JsonObject, numberText } from '../json.ts';

/** The edition of every table here; no source says how centres number theirs. */
const VERSION = '1';
/** Who made the tables, and when: made up, like the centre. */
const ORIGIN = { createUser: 'REFERENCE', createDate: '2020-01-01' };

/** 1901 医保字典查询: one code table; an unknown one is empty. Values that are no longer valid are not kept here. */
export function queryDictionary(context: Context): Answer {
  const node = nodeOf(context);
  const [type, parent, valid] = [textOf(node, 'type'), textOf(node, 'parentValue'), textOf(node, 'valiFlag')];
  const rows = valid === '1' && parent === '' ? context.codeTables.filter((row) => row.type === type) : [];
  const list = rows.map(
    ({ value, label }, index): JsonObject => ({
      type,
      label,
      value,
      sort: numberText(String(index + 1)),
      valiFlag: '1',
      version: numberText(VERSION),
    }),
  );
  return { ok: true, output: { list, data: list.map(() => ({ parentValue: parent, ...ORIGIN })) } };
}
