/** How long a command may take, ms, beside a card's `--wait`; then it says what it did not get and ends. */
export const LIMIT_MS = {
  ...{ cardRead: 8500, printerStatus: 30_000, printerTest: 120_000, queueList: 30_000, queueShow: 30_000 },
  receiptCopy: 120_000,
  codes: 30_000,
  ...{ verify: 30_000, certificateList: 30_000 },
  ...{ worklistList: 30_000, worklistResolve: 30_000 },
  ...{ auditList: 30_000, auditVerify: 600_000, auditInspect: 600_000 },
  reconcile: 600_000,
  ...{ storeStatus: 30_000, storeAdopt: 60_000, selftest: 60_000 },
  ...{ staffImport: 30_000, staffMark: 30_000, staffList: 30_000, staffPage: 30_000 },
};
