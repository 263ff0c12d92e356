/** An encounter (就诊) as the ledger keeps it, visit or stay. */
export interface VisitRow {
  readonly mdtrtId: string;
  readonly psnNo: string;
  readonly insutype: string;
  readonly institution: string;
  readonly institutionName: string;
  readonly iptOtpNo: string;
  readonly begunAt: string;
  readonly certType: string;
  readonly certNo: string;
  readonly doctorNo: string;
  readonly doctorName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  /** Null until 2203. */
  readonly medType: string | null;
  readonly diseaseCode: string | null;
  readonly diseaseName: string | null;
  readonly cancelled: boolean;
  readonly msgid: string;
  readonly operator: string;
  readonly operatorName: string;
  readonly createdAt: string;
}
