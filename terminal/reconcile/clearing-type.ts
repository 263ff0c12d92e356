import type { Form } from '../store/visits.ts';
import type { ReconcileSettings } from './deps.ts';

type Types = Pick<ReconcileSettings['reconcile'], 'clearingType' | 'stayClearingType'>;

/** 清算类别 clr_type under which settlements of a form are cleared here (domain-facts B6.4: 11 门诊, 21 住院). */
export function clearingTypeOf({ clearingType, stayClearingType }: Types, form: Form): string {
  return form === 'inpatient' ? stayClearingType : clearingType;
}

/** The form whose settlements are cleared under this type. */
export function formOfClearing(types: Types, clrType: string): Form {
  return clrType === types.stayClearingType && clrType !== types.clearingType ? 'inpatient' : 'outpatient';
}
