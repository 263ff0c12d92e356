import type { Client, ClientMeta, Options as Options2, RequestResult, ServerSentEventsResult, TDataShape } from './client/index.js';
import type { AbandonBillData, AbandonBillErrors, AbandonBillResponses, AckNoticeData, AckNoticeErrors, AckNoticeResponses, AddStayFeesData, AddStayFeesErrors, AddStayFeesResponses, AddVisitFeesData, AddVisitFeesErrors, AddVisitFeesResponses, AdmitStayData, AdmitStayErrors, AdmitStayResponses, CancelPinData, CancelPinErrors, CancelPinResponses, CancelStayData, CancelStayErrors, CancelStayResponses, CancelVisitData, CancelVisitErrors, CancelVisitResponses, ChangeStayData, ChangeStayErrors, ChangeStayResponses, ClearStayFeesData, ClearStayFeesErrors, ClearStayFeesResponses, ClearVisitFeesData, ClearVisitFeesErrors, ClearVisitFeesResponses, CompareBillData, CompareBillErrors, CompareBillResponses, CopyReceiptData, CopyReceiptErrors, CopyReceiptResponses, DiagnoseVisitData, DiagnoseVisitErrors, DiagnoseVisitResponses, DischargeStayData, DischargeStayErrors, DischargeStayResponses, EnterPinData, EnterPinErrors, EnterPinResponses, EventsData, EventsResponse, EventsResponses, LetGoData, LetGoErrors, LetGoResponses, ListNoticesData, ListNoticesErrors, ListNoticesResponses, LookUpData, LookUpErrors, LookUpResponses, PrepareBillData, PrepareBillErrors, PrepareBillResponses, PrintReceiptData, PrintReceiptErrors, PrintReceiptResponses, ReadBillData, ReadBillErrors, ReadBillResponses, ReadCardData, ReadCardErrors, ReadCardResponses, ReadPersonData, ReadPersonErrors, ReadPersonResponses, ReadTerminalData, ReadTerminalErrors, ReadTerminalResponses, RefundBillData, RefundBillErrors, RefundBillResponses, RegisterVisitData, RegisterVisitErrors, RegisterVisitResponses, RepriceBillData, RepriceBillErrors, RepriceBillResponses, RevealData, RevealErrors, RevealResponses, SettleBillData, SettleBillErrors, SettleBillResponses, UndoStayDischargeData, UndoStayDischargeErrors, UndoStayDischargeResponses, UnpaidBillsData, UnpaidBillsErrors, UnpaidBillsResponses } from './types.gen.js';
export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};
/**
 * Reads the card that is in the reader, masked
 *
 * Scope: card.
 */
export declare const readCard: <ThrowOnError extends boolean = false>(options: Options<ReadCardData, ThrowOnError>) => RequestResult<ReadCardResponses, ReadCardErrors, ThrowOnError>;
/**
 * Reads the card and asks the centre who that is (1101)
 *
 * The same card gives the same reference as long as it lies in the reader. Scope: card.
 */
export declare const readPerson: <ThrowOnError extends boolean = false>(options: Options<ReadPersonData, ThrowOnError>) => RequestResult<ReadPersonResponses, ReadPersonErrors, ThrowOnError>;
/**
 * Lets the person go: nothing of her is kept, and her prepared bills are given up
 *
 * Scope: card.
 */
export declare const letGo: <ThrowOnError extends boolean = false>(options: Options<LetGoData, ThrowOnError>) => RequestResult<LetGoResponses, LetGoErrors, ThrowOnError>;
/**
 * Name and numbers in clear; each use is on record
 *
 * Scope: identity.
 */
export declare const reveal: <ThrowOnError extends boolean = false>(options: Options<RevealData, ThrowOnError>) => RequestResult<RevealResponses, RevealErrors, ThrowOnError>;
/**
 * Starts a PIN entry on the terminal’s own pad, and answers when it has ended
 *
 * No PIN goes through this API in either direction. The answer may take as long as the pad’s limit. Scope: card.
 */
export declare const enterPin: <ThrowOnError extends boolean = false>(options: Options<EnterPinData, ThrowOnError>) => RequestResult<EnterPinResponses, EnterPinErrors, ThrowOnError>;
/**
 * Ends the entry that is under way
 *
 * Scope: card.
 */
export declare const cancelPin: <ThrowOnError extends boolean = false>(options: Options<CancelPinData, ThrowOnError>) => RequestResult<CancelPinResponses, CancelPinErrors, ThrowOnError>;
/**
 * Benefit check (2001), filings (5301, 5302), stays (5303), transfers (5304)
 *
 * Queries: they change nothing and may be repeated. `case`: the kind of case that a benefit check means; without it a plain visit (11) now. The other questions have none. Scope: bill.
 */
export declare const lookUp: <ThrowOnError extends boolean = false>(options: Options<LookUpData, ThrowOnError>) => RequestResult<LookUpResponses, LookUpErrors, ThrowOnError>;
/**
 * What is unpaid at the HIS that the terminal itself asks
 *
 * For a client that is not the hospital’s own system. Scope: bill.
 */
export declare const unpaidBills: <ThrowOnError extends boolean = false>(options: Options<UnpaidBillsData, ThrowOnError>) => RequestResult<UnpaidBillsResponses, UnpaidBillsErrors, ThrowOnError>;
/**
 * Compares every line and the total to the fen; nothing is sent anywhere
 *
 * Scope: bill.
 */
export declare const compareBill: <ThrowOnError extends boolean = false>(options: Options<CompareBillData, ThrowOnError>) => RequestResult<CompareBillResponses, CompareBillErrors, ThrowOnError>;
/**
 * Registration, diagnoses, fee lines and pre-settlement in one go
 *
 * From then on the encounter is in this client’s hands, until it is settled, abandoned or its person is let go of. It may be repeated; a bill that differs in a line is refused before anything is sent. Scope: bill.
 */
export declare const prepareBill: <ThrowOnError extends boolean = false>(options: Options<PrepareBillData, ThrowOnError>) => RequestResult<PrepareBillResponses, PrepareBillErrors, ThrowOnError>;
/**
 * Pre-settles again, with another answer about the personal account
 *
 * Scope: bill.
 */
export declare const repriceBill: <ThrowOnError extends boolean = false>(options: Options<RepriceBillData, ThrowOnError>) => RequestResult<RepriceBillResponses, RepriceBillErrors, ThrowOnError>;
/**
 * Settles exactly this pre-settlement; asks for the PIN on the pad where one is due and none was given
 *
 * A connection that breaks meanwhile stops nothing: repeat the request with the same key. The answer comes when the outcome is known, or as unknown after the terminal’s limit. Scope: settle.
 */
export declare const settleBill: <ThrowOnError extends boolean = false>(options: Options<SettleBillData, ThrowOnError>) => RequestResult<SettleBillResponses, SettleBillErrors, ThrowOnError>;
/**
 * Gives a settlement back, then its fee lines and its registration; of a stay what `until` says
 *
 * For a part of a bill: give all of it back, then prepare and settle what is left. Scope: refund.
 */
export declare const refundBill: <ThrowOnError extends boolean = false>(options: Options<RefundBillData, ThrowOnError>) => RequestResult<RefundBillResponses, RefundBillErrors, ThrowOnError>;
/**
 * Gives a prepared bill up; what is under way with money is not touched
 *
 * Scope: bill.
 */
export declare const abandonBill: <ThrowOnError extends boolean = false>(options: Options<AbandonBillData, ThrowOnError>) => RequestResult<AbandonBillResponses, AbandonBillErrors, ThrowOnError>;
/**
 * Where an encounter stands
 *
 * Scope: bill.
 */
export declare const readBill: <ThrowOnError extends boolean = false>(options: Options<ReadBillData, ThrowOnError>) => RequestResult<ReadBillResponses, ReadBillErrors, ThrowOnError>;
/**
 * 2201 门诊挂号
 *
 * It stays when its person goes, until it is cancelled or its bill is given back. The same encounter again answers with the registration that there is. BUSY while a bill of it is prepared that has a registration of its own. Scope: bill.
 */
export declare const registerVisit: <ThrowOnError extends boolean = false>(options: Options<RegisterVisitData, ThrowOnError>) => RequestResult<RegisterVisitResponses, RegisterVisitErrors, ThrowOnError>;
/**
 * 2203 门诊就诊信息上传: diagnoses, kind of case, department and doctor
 *
 * The last one counts; what the centre was told already is not sent twice. Scope: bill.
 */
export declare const diagnoseVisit: <ThrowOnError extends boolean = false>(options: Options<DiagnoseVisitData, ThrowOnError>) => RequestResult<DiagnoseVisitResponses, DiagnoseVisitErrors, ThrowOnError>;
/**
 * 2204 门诊费用明细上传
 *
 * A line that the centre has already is not sent twice; one that has changed has all of them cleared and sent anew. Scope: bill.
 */
export declare const addVisitFees: <ThrowOnError extends boolean = false>(options: Options<AddVisitFeesData, ThrowOnError>) => RequestResult<AddVisitFeesResponses, AddVisitFeesErrors, ThrowOnError>;
/**
 * 2205 门诊费用明细撤销: every line that is not settled
 *
 * What was pre-settled of the visit holds no longer. Scope: bill.
 */
export declare const clearVisitFees: <ThrowOnError extends boolean = false>(options: Options<ClearVisitFeesData, ThrowOnError>) => RequestResult<ClearVisitFeesResponses, ClearVisitFeesErrors, ThrowOnError>;
/**
 * 2202 门诊挂号撤销, and 2205 before it where there are lines
 *
 * Not while its bill is prepared: that is abandoned first. Scope: bill.
 */
export declare const cancelVisit: <ThrowOnError extends boolean = false>(options: Options<CancelVisitData, ThrowOnError>) => RequestResult<CancelVisitResponses, CancelVisitErrors, ThrowOnError>;
/**
 * 2401 入院办理
 *
 * The same encounter again answers with the stay that there is. Scope: bill.
 */
export declare const admitStay: <ThrowOnError extends boolean = false>(options: Options<AdmitStayData, ThrowOnError>) => RequestResult<AdmitStayResponses, AdmitStayErrors, ThrowOnError>;
/**
 * 2403 住院信息变更: department, doctor, bed, diagnoses
 *
 * Scope: bill.
 */
export declare const changeStay: <ThrowOnError extends boolean = false>(options: Options<ChangeStayData, ThrowOnError>) => RequestResult<ChangeStayResponses, ChangeStayErrors, ThrowOnError>;
/**
 * 2301 住院费用明细上传
 *
 * A line that the centre has already is not sent twice. Scope: bill.
 */
export declare const addStayFees: <ThrowOnError extends boolean = false>(options: Options<AddStayFeesData, ThrowOnError>) => RequestResult<AddStayFeesResponses, AddStayFeesErrors, ThrowOnError>;
/**
 * 2302 住院费用明细撤销: every line that is not settled
 *
 * Scope: bill.
 */
export declare const clearStayFees: <ThrowOnError extends boolean = false>(options: Options<ClearStayFeesData, ThrowOnError>) => RequestResult<ClearStayFeesResponses, ClearStayFeesErrors, ThrowOnError>;
/**
 * 2402 出院办理
 *
 * Scope: bill.
 */
export declare const dischargeStay: <ThrowOnError extends boolean = false>(options: Options<DischargeStayData, ThrowOnError>) => RequestResult<DischargeStayResponses, DischargeStayErrors, ThrowOnError>;
/**
 * 2405 出院撤销
 *
 * Scope: bill.
 */
export declare const undoStayDischarge: <ThrowOnError extends boolean = false>(options: Options<UndoStayDischargeData, ThrowOnError>) => RequestResult<UndoStayDischargeResponses, UndoStayDischargeErrors, ThrowOnError>;
/**
 * 2404 入院撤销
 *
 * Scope: bill.
 */
export declare const cancelStay: <ThrowOnError extends boolean = false>(options: Options<CancelStayData, ThrowOnError>) => RequestResult<CancelStayResponses, CancelStayErrors, ThrowOnError>;
/**
 * State of the terminal and its devices
 *
 * Scope: state.
 */
export declare const readTerminal: <ThrowOnError extends boolean = false>(options?: Options<ReadTerminalData, ThrowOnError>) => RequestResult<ReadTerminalResponses, ReadTerminalErrors, ThrowOnError>;
/**
 * Prints the receipt of a settlement; once one may be out, another is a copy
 *
 * Scope: print.
 */
export declare const printReceipt: <ThrowOnError extends boolean = false>(options: Options<PrintReceiptData, ThrowOnError>) => RequestResult<PrintReceiptResponses, PrintReceiptErrors, ThrowOnError>;
/**
 * Prints a copy (补打), marked with its number
 *
 * Scope: print.
 */
export declare const copyReceipt: <ThrowOnError extends boolean = false>(options: Options<CopyReceiptData, ThrowOnError>) => RequestResult<CopyReceiptResponses, CopyReceiptErrors, ThrowOnError>;
/**
 * What happened to encounters that this client brought, oldest first
 *
 * Only those that are not acknowledged, unless `all` is "1". Scope: notices.
 */
export declare const listNotices: <ThrowOnError extends boolean = false>(options?: Options<ListNoticesData, ThrowOnError>) => RequestResult<ListNoticesResponses, ListNoticesErrors, ThrowOnError>;
/**
 * The client has it on its own record
 *
 * May be repeated. Scope: notices.
 */
export declare const ackNotice: <ThrowOnError extends boolean = false>(options: Options<AckNoticeData, ThrowOnError>) => RequestResult<AckNoticeResponses, AckNoticeErrors, ThrowOnError>;
/**
 * What happens at the terminal, as server-sent events
 *
 * Each `data:` line is one JSON value of the schema ApiEvent. Nothing is kept for who is not there. Scope: state.
 */
export declare const events: <ThrowOnError extends boolean = false>(options?: Options<EventsData, ThrowOnError, EventsResponse>) => Promise<ServerSentEventsResult<EventsResponses>>;
