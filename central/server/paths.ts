/**
 * Path per transaction of transport family T1, after `/fsi/api/`. The method names are misspelt in the product itself
 * and are kept. Where two spellings are in use both are served.
 */
const METHODS: readonly (readonly [infno: string, method: string])[] = [
  ['9001', 'signInSignOutService/signIn'],
  ['9002', 'signInSignOutService/signOut'],
  ['1101', 'fsiPsnInfoService/queryPsnInfo'],
  ['1901', 'catalogqueryservice/queryDataDic'],
  ['2001', 'fsiPsnPriorityInfoService/queryPsnPriorityInfo'],
  ['2201', 'outpatientDocInfoService/outpatientRregistration'],
  ['2202', 'outpatientDocInfoService/outpatientRegistrationCancel'],
  ['2203', 'outpatientDocInfoService/outpatientMdtrtinfoUp'],
  ['2203A', 'outpatientDocInfoService/outpatientMdtrtinfoUpA'],
  ['2204', 'outpatientDocInfoService/outpatientFeeListUp'],
  ['2205', 'outpatientDocInfoService/outpatientFeeListUpCancel'],
  ['2206', 'outpatientSettleService/preSettletment'],
  ['2206A', 'outpatientSettleService/preSettletmentA'],
  ['2207', 'outpatientSettleService/saveSettletmentV2'],
  ['2207', 'outpatientSettleService/saveSettletment'],
  ['2207A', 'outpatientSettleService/saveSettletment'],
  ['2208', 'outpatientSettleService/cancleSettletment'],
  ['2301', 'hospFeeDtlService/feeDtlUp'],
  ['2302', 'hospFeeDtlService/feeDtlCl'],
  ['2303', 'hospSettService/preSett'],
  ['2304', 'hospSettService/settV2'],
  ['2305', 'hospSettService/settCl'],
  ['2401', 'hospitalRegisterService/hospitalRegisterSave'],
  ['2402', 'dscgService/dischargeProcess'],
  ['2403', 'hospitalRegisterService/hospitalRegisterEdit'],
  ['2404', 'hospitalRegisterService/hospitalRegisterCancel'],
  ['2405', 'dscgService/dischargeUndo'],
  ['2601', 'reverseService/revsMethod'],
  ['3201', 'ybSettlementStmtService/stmtTotal'],
  ['3202', 'ybSettlementStmtService/stmtDetail'],
  ['5201', 'fsiIntegratedQueryService/queryMdtrtInfo'],
  ['5202', 'fsiIntegratedQueryService/queryDiseInfo'],
  ['5203', 'fsiIntegratedQueryService/querySetlInfo'],
  ['5204', 'fsiIntegratedQueryService/queryFeeList'],
  ['5206', 'fsiIntegratedQueryService/queryFixmedinsPracPsnSum'],
  ['5301', 'fsiIntegratedQueryService/queryPsnOpspReg'],
  ['5302', 'fsiIntegratedQueryService/queryPsnFixmedins'],
  ['5303', 'fsiIntegratedQueryService/queryInhospInfo'],
  ['5304', 'fsiIntegratedQueryService/queryRefmedinInfo'],
  ['9101', 'fileupload/upload'],
  ['9102', 'fileupload/download'],
];

const byPath = Map.groupBy(METHODS, ([, method]) => `/fsi/api/${method}`);

/** The transactions served at `path`. */
export function numbersAt(path: string): readonly string[] {
  return byPath.get(path)?.map(([infno]) => infno) ?? [];
}

/** The first transaction served at `path`, or null. */
export function infnoAt(path: string): string | null {
  return numbersAt(path)[0] ?? null;
}
