import type { ReactNode } from 'react';
import type { StaffActName } from '../../common/contracts/staff.ts';
import { Sign } from '../components/sign.tsx';
import { useText } from '../kiosk/context.tsx';

/** The line under the head: this is the staff's page, and which act it is about. */
export function StaffStrip({ act, name }: { readonly act?: StaffActName; readonly name?: string }): ReactNode {
  const t = useText();
  const about = act === undefined ? name : t(`staff.act.${act}`);
  return (
    <>
      <Sign name="person" size={12} bold />
      <b>{t('staff.head')}</b>
      {about === undefined ? null : <span>{about}</span>}
    </>
  );
}
