import type { ReactNode } from 'react';
import type { DeskLine } from '../../../common/contracts/desk/bill.ts';
import { useSay } from '../context.tsx';
import { apartText, yuanText } from './yuan.ts';

/** The nine columns of a line; before it has come, its number alone. */
export function Cells({ number, line }: { readonly number: number; readonly line: DeskLine | undefined }): ReactNode {
  const say = useSay();
  const apart = line === undefined ? '' : apartText(line.difference);
  return (
    <>
      <span>{number}</span>
      <span className="name">{line?.name}</span>
      <span className="soft name">{line?.unit}</span>
      <span>{line === undefined ? '' : say(`desk.level.${line.level}`)}</span>
      <span className="r">{line?.count}</span>
      <span className="r">{line?.unitPrice}</span>
      <span className="r">{line === undefined ? '' : yuanText(line.hospital)}</span>
      <span className="r">{line === undefined ? '' : yuanText(line.centre)}</span>
      <span className={apart === '=' ? 'r soft' : 'r apart'}>{apart}</span>
    </>
  );
}
