import type { Form } from '../store/visits.ts';
import type { ReconcileSettings } from './deps.ts';

/**
 * In the place of a clearing type: all of them, in one file. So where a province's 3202 has no clr_type (domain-facts B6.3):
 * its centre compares what is uploaded with the whole of its day.
 */
export const EVERY_TYPE = 'all';

type Types = Pick<ReconcileSettings['reconcile'], 'clearingType' | 'stayClearingType'>;

/** 清算类别 clr_type under which settlements of a form are cleared here (domain-facts B6.4: 11 门诊, 21 住院). */
export function clearingTypeOf({ clearingType, stayClearingType }: Types, form: Form): string {
  return form === 'inpatient' ? stayClearingType : clearingType;
}

/** The form whose settlements are cleared under this type. */
export function formOfClearing(types: Types, clrType: string): Form {
  return clrType === types.stayClearingType && clrType !== types.clearingType ? 'inpatient' : 'outpatient';
}

/** Under which type the rows of a part are compared by 3202. */
export function detailTypeOf({ centre }: Pick<ReconcileSettings, 'centre'>, clrType: string): string {
  return centre.detailClearingType ? clrType : EVERY_TYPE;
}

/** Whether a comparison of rows under `detailType` is about parts, or rows, of a clearing type. */
export function covers(detailType: string, clrType: string): boolean {
  return detailType === EVERY_TYPE || clrType === EVERY_TYPE || detailType === clrType;
}

/** The forms whose settlements are in the file of a comparison. */
export function formsOfDetail(types: Types, detailType: string): readonly Form[] {
  return detailType === EVERY_TYPE ? ['outpatient', 'inpatient'] : [formOfClearing(types, detailType)];
}
