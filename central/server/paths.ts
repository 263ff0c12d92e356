/**
 * Path per transaction of transport family T1, after `/fsi/api/`. The method names are misspelt in the product itself
 * and are kept. Where two spellings are in use both are served.
 */
const METHODS: readonly (readonly [infno: string, method: string])[] = [
  ['9001', 'signInSignOutService/signIn'],
  ['9002', 'signInSignOutService/signOut'],
  ['1101', 'fsiPsnInfoService/queryPsnInfo'],
  ['2201', 'outpatientDocInfoService/outpatientRregistration'],
  ['2202', 'outpatientDocInfoService/outpatientRegistrationCancel'],
  ['2203', 'outpatientDocInfoService/outpatientMdtrtinfoUp'],
  ['2203A', 'outpatientDocInfoService/outpatientMdtrtinfoUpA'],
  ['2204', 'outpatientDocInfoService/outpatientFeeListUp'],
  ['2205', 'outpatientDocInfoService/outpatientFeeListUpCancel'],
  ['2206', 'outpatientSettleService/preSettletment'],
  ['2207', 'outpatientSettleService/saveSettletmentV2'],
  ['2207', 'outpatientSettleService/saveSettletment'],
  ['2208', 'outpatientSettleService/cancleSettletment'],
  ['2601', 'reverseService/revsMethod'],
  ['3201', 'ybSettlementStmtService/stmtTotal'],
  ['3202', 'ybSettlementStmtService/stmtDetail'],
  ['5201', 'fsiIntegratedQueryService/queryMdtrtInfo'],
  ['5203', 'fsiIntegratedQueryService/querySetlInfo'],
  ['5206', 'fsiIntegratedQueryService/queryFixmedinsPracPsnSum'],
  ['9101', 'fileupload/upload'],
  ['9102', 'fileupload/download'],
];

const byPath = new Map(METHODS.map(([infno, method]) => [`/fsi/api/${method}`, infno]));

/** The transaction served at `path`, or null. */
export function infnoAt(path: string): string | null {
  return byPath.get(path) ?? null;
}
