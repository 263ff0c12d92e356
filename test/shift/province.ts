/** A place where the national interface is kept otherwise: what its site profiles say, and how its centre then behaves. */
export interface Province {
  readonly profile: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Of the reference centre (`POST /admin/settings`). */
  readonly centre: Readonly<Record<string, unknown>>;
}

/**
 * Everything that a profile can say otherwise and the reference centre can play, at once: numbers of six characters, the
 * account inside `fund_pay_sumamt`, amounts as text, no `clr_type` in 3202, another receiver, message ids of digits, a
 * longer patience, keys that HIS and operator know for an hour (docs/provinces.md).
 */
export const OTHERWISE: Province = {
  profile: {
    site: { messageIdPattern: 'digits' },
    centre: {
      infnos: { '2203': '2203A', '2206': '2206A', '2207': '2207A' },
      ...{ accountInsideFunds: true, detailClearingType: false, numbersAs: 'text' },
      ...{ recerSysCode: 'YBXT', answerMs: 40_000 },
    },
    his: { keyLifetimeHours: 1 },
    operator: { keyLifetimeHours: 1 },
  },
  centre: { accountInsideFunds: true, keyLifetimeHours: 1, infcodeAs: 'number' },
};
