export type ClientOptions = {
    baseUrl: 'http://127.0.0.1:7340' | (string & {});
};
export type Failure = {
    code: 'CARD_REMOVED' | 'CARD_FOREIGN' | 'CARD_MUTE' | 'CARD_GARBAGE' | 'CARD_LOCKED' | 'CARD_STALE' | 'CARD_ABSENT' | 'CARD_BUSY' | 'CARD_TOO_MANY' | 'CARD_EXPIRED' | 'CARD_NEEDS_HSM' | 'CARD_INCOMPLETE' | 'READER_GONE' | 'READER_SERVICE_DOWN' | 'READER_STUCK' | 'PIN_WRONG' | 'PIN_BLOCKED' | 'PIN_INITIAL' | 'PIN_CANCELLED' | 'PIN_TIMEOUT' | 'PAD_GONE' | 'HOST_GONE' | 'PRINTER_OFFLINE' | 'PRINTER_PAPER_OUT' | 'PRINTER_COVER_OPEN' | 'PRINTER_CUTTER' | 'PRINTER_FAULT' | 'PRINT_UNKNOWN' | 'CENTRE_UNREACHABLE' | 'CENTRE_REFUSED' | 'CENTRE_BALANCE_CHANGED' | 'CENTRE_UNKNOWN' | 'CENTRE_BAD_ANSWER' | 'CENTRE_MONEY_MISMATCH' | 'CENTRE_OTHER_PERSON' | 'PERSON_NOT_INSURED' | 'HIS_UNREACHABLE' | 'HIS_BAD_ANSWER' | 'HIS_HELD_ELSEWHERE' | 'HIS_TOTAL_DIFFERS' | 'HIS_NOTHING_UNPAID' | 'CASHIER_UNREACHABLE' | 'BENEFITS_UNREACHABLE' | 'BENEFITS_BAD_ANSWER' | 'BENEFITS_NO_RECORD' | 'DECLARATION_UNKNOWN' | 'CERTIFICATE_NONE' | 'CERTIFICATE_EXPIRED' | 'CERTIFICATE_TOO_MANY' | 'SETTLEMENT_REVERSED' | 'SETTLEMENT_OPEN' | 'BILL_BUSY' | 'BILL_GONE' | 'BILL_SETTLED' | 'BILL_GIVEN_BACK' | 'BILL_NONE' | 'STAY_NOT_DISCHARGED' | 'STAY_DISCHARGED' | 'STAY_SETTLED' | 'PERSON_GONE' | 'TERMINAL_IN_USE' | 'OPERATOR_UNREACHABLE' | 'OPERATOR_REJECTED' | 'STORE_LOCKED' | 'STORE_NEWER' | 'STORE_CORRUPT' | 'STORE_KEY' | 'STORE_FULL' | 'STORE_GONE' | 'STORE_IO' | 'STORE_NOT_LOST' | 'CLOCK_SKEWED' | 'CLOCK_WRONG' | 'CONFIG_INVALID' | 'CONFIG_MISSING' | 'CONFIG_PRODUCTION_LAB_DEVICE' | 'AUDIT_BROKEN' | 'AUDIT_WITNESS' | 'AUDIT_FILE_MISSING' | 'AUDIT_FILE_UNREADABLE' | 'AUDIT_KEY' | 'QUEUE_NOT_FOUND' | 'TERMINAL_INTERNAL' | 'TERMINAL_UNREACHABLE' | 'STAFF_BUSY' | 'STAFF_SESSION' | 'STAFF_SETTLEMENT_OPEN' | 'STAFF_NO_LIST' | 'STAFF_UNKNOWN' | 'STAFF_NOT_VALID' | 'STAFF_ROLE' | 'STAFF_SAME_PERSON' | 'STAFF_PIN' | 'STAFF_CARD_OUT' | 'STAFF_TIMEOUT' | 'STAFF_CANCELLED' | 'STAFF_TICKET_NEEDED' | 'STAFF_TICKET_EXPIRED' | 'STAFF_TICKET_USED' | 'STAFF_TICKET_OTHER' | 'STAFF_LIST_INVALID' | 'STAFF_LIST_PLACE' | 'STAFF_LIST_COPY' | 'RECEIPT_NONE' | 'WORKLIST_NOT_FOUND' | 'WORKLIST_NOT_ALLOWED' | 'WORKLIST_FENCE_OPEN' | 'WORKLIST_NOT_PROVEN' | 'WORKLIST_UNANSWERED' | 'RECONCILE_DAY' | 'RECONCILE_NONE' | 'RECONCILE_OPEN' | 'SHIFT_OPEN' | 'SHIFT_NONE' | 'SHIFT_CHANGED' | 'PRINTER_BAUD' | 'KEYS_UNREADABLE' | 'CERT_EXPIRED' | 'CERT_EXPIRING' | 'CERT_AUTHORITY' | 'ACCESS_DENIED' | 'SLOT_USED' | 'ENROL_REFUSED' | 'CODES_UNKNOWN' | 'ENROL_UNKNOWN' | 'SESSION_IDLE';
    /**
     * what the person may be told; what is safe comes first
     */
    person: {
        zh: string;
        en: string;
    };
    /**
     * what the staff do
     */
    remedy: {
        zh: string;
        en: string;
    };
    /**
     * the other side’s own words, where there are any
     */
    reason: string | null;
};
export type Split = {
    /**
     * 费用总额
     */
    total: string;
    /**
     * 基金支付总额
     */
    funds: string;
    layers: Array<{
        layer: 'pool' | 'major' | 'largeAmount' | 'enterprise' | 'civilServant' | 'assistance' | 'other';
        /**
         * what this fund pays
         */
        amount: string;
    }>;
    /**
     * 医院负担
     */
    hospital: string;
    /**
     * 个人账户支出
     */
    account: string;
    /**
     * 个人账户共济支付
     */
    accountMutualAid: string;
    /**
     * 余额 after it; null where it is not said
     */
    accountBalanceAfter: string | null;
    /**
     * 个人现金支出: to be collected by the hospital
     */
    cash: string;
    deductible: string | null;
};
export type Quote = {
    /**
     * names exactly one pre-settlement; another one of the encounter makes another
     */
    quote: string;
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * 就诊ID of the centre
     */
    mdtrtId: string;
    useAccount: boolean;
    split: Split;
    lines: Array<{
        lineId: string;
        /**
         * 收费项目等级: 01 甲, 02 乙, 03 丙; empty: not said
         */
        level: string;
        /**
         * 定价上限金额 per unit, where some of the line lies above it
         */
        limit: string | null;
        /**
         * 自付比例 in per cent, where some of it is paid first
         */
        share: string | null;
    }>;
    /**
     * what the centre wrote beside its funds
     */
    words: Array<string>;
};
/**
 * 费用明细
 */
export type Line = {
    /**
     * 费用明细流水号 feedetl_sn: the hospital’s own number of the line, one for ever
     */
    lineId: string;
    /**
     * what it is, as slip and screen name it
     */
    name: string;
    /**
     * 医疗目录编码 med_list_codg, a code of the national catalogue
     */
    nationalCode: string;
    /**
     * 医药机构目录编码 medins_list_codg, the hospital’s own
     */
    hospitalCode: string;
    /**
     * 医疗收费项目类别 med_chrgitm_type: 02 诊察费, 03 检查费, 04 化验费, 09 西药费, 11 中成药费 …
     */
    category: string;
    /**
     * 数量 cnt, at most four places
     */
    count: string;
    unit: string | null;
    /**
     * 单价 pric in yuan, at most six places
     */
    unitPrice: string;
    /**
     * det_item_fee_sumamt in yuan, two places: count × unitPrice, rounded half up to the fen
     */
    amount: string;
    /**
     * 费用发生时间 fee_ocur_time, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    occurredAt: string;
    /**
     * 医院审批标志 hosp_appr_flag, a code of the place: the hospital’s own word on a line that needs its approval; missing: 1
     */
    approval?: string;
    /**
     * 生育费用标志 matn_fee_flag; missing: no
     */
    maternity?: boolean;
    prescription: string | null;
};
/**
 * 就诊: a visit with its lines, or a stay
 */
export type Encounter = {
    /**
     * 院内唯一流水 ipt_otp_no: the hospital’s own number of the encounter, one for ever
     */
    encounterId: string;
    /**
     * 就诊时间 begntime; of a stay the admission, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    visitedAt: string;
    /**
     * 医疗类别 med_type: 11 普通门诊, 13 急诊, 14 门诊慢特病, 21 普通住院 …
     */
    medicalType: string;
    /**
     * 病种: of a chronic illness (medicalType 14), or of what is settled by single disease
     */
    disease?: {
        /**
         * 病种编码 dise_codg
         */
        code: string;
        /**
         * 病种名称 dise_name
         */
        name: string;
    } | null;
    /**
     * 个人结算方式 psn_setlway, a code of the place; missing: 01 按项目结算
     */
    settleWay?: string;
    /**
     * 生育, 计划生育: of a visit or stay for a birth or family planning; others have none
     */
    maternity?: {
        /**
         * 生育类别 matn_type, a code of the place
         */
        type?: string;
        /**
         * 计划生育手术类别 birctrl_type, a code of the place
         */
        familyPlanning?: string;
        /**
         * 计划生育手术或生育日期 birctrl_matn_date, `yyyy-MM-dd`
         */
        on?: string;
        /**
         * 孕周数 geso_val
         */
        weeks?: number;
        /**
         * 晚育标志 latechb_flag, of a stay; missing: no
         */
        late?: boolean;
        /**
         * 早产标志 pret_flag, of a stay; missing: no
         */
        premature?: boolean;
    };
    /**
     * 就诊科室
     */
    department: {
        /**
         * the hospital’s own code of it, dept_code
         */
        code: string;
        /**
         * dept_name
         */
        name: string;
        /**
         * 科别 caty, a code of the national table of specialties
         */
        specialty: string;
    };
    /**
     * 医师
     */
    doctor: {
        /**
         * 医保医师编码 atddr_no
         */
        code: string;
        /**
         * 医师姓名 dr_name
         */
        name: string;
    };
    /**
     * 诊断; of a stay those of admission
     */
    diagnoses: Array<{
        /**
         * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
         */
        type: string;
        /**
         * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
         */
        order: number;
        /**
         * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
         */
        code: string;
        /**
         * 诊断名称 diag_name
         */
        name: string;
    }>;
    /**
     * fee lines: of a visit 1 to 500, of a stay 0 to 5000
     */
    lines: Array<{
        /**
         * 费用明细流水号 feedetl_sn: the hospital’s own number of the line, one for ever
         */
        lineId: string;
        /**
         * what it is, as slip and screen name it
         */
        name: string;
        /**
         * 医疗目录编码 med_list_codg, a code of the national catalogue
         */
        nationalCode: string;
        /**
         * 医药机构目录编码 medins_list_codg, the hospital’s own
         */
        hospitalCode: string;
        /**
         * 医疗收费项目类别 med_chrgitm_type: 02 诊察费, 03 检查费, 04 化验费, 09 西药费, 11 中成药费 …
         */
        category: string;
        /**
         * 数量 cnt, at most four places
         */
        count: string;
        unit: string | null;
        /**
         * 单价 pric in yuan, at most six places
         */
        unitPrice: string;
        /**
         * det_item_fee_sumamt in yuan, two places: count × unitPrice, rounded half up to the fen
         */
        amount: string;
        /**
         * 费用发生时间 fee_ocur_time, `yyyy-MM-dd HH:mm:ss`, China Standard Time
         */
        occurredAt: string;
        /**
         * 医院审批标志 hosp_appr_flag, a code of the place: the hospital’s own word on a line that needs its approval; missing: 1
         */
        approval?: string;
        /**
         * 生育费用标志 matn_fee_flag; missing: no
         */
        maternity?: boolean;
        prescription: string | null;
    }>;
    /**
     * 费用总额 in yuan, two places: the sum of the lines’ amounts
     */
    total: string;
    /**
     * 住院; a visit has none
     */
    stay?: {
        /**
         * 住院号 as people know it, medrcdno; the next stay may bear it again, so nothing is found by it
         */
        admissionNumber: string;
        /**
         * 病区, shown and not sent to the centre
         */
        ward: string;
        /**
         * 入院床位 adm_bed
         */
        bed: string;
        /**
         * 手术操作; needed where the stay is settled as day surgery, else null or missing
         */
        operation?: {
            /**
             * 手术操作代码 oprn_oprt_code
             */
            code: string;
            /**
             * oprn_oprt_name
             */
            name: string;
        } | null;
        /**
         * 出院; null while the person is in hospital: admitted, changed and charged, not settled
         */
        discharge: {
            /**
             * 出院时间 endtime, `yyyy-MM-dd HH:mm:ss`, China Standard Time
             */
            at: string;
            /**
             * 出院科室
             */
            department: {
                /**
                 * the hospital’s own code of it, dscg_dept_codg
                 */
                code: string;
                /**
                 * dscg_dept_name
                 */
                name: string;
            };
            bed: string | null;
            /**
             * 离院方式 dscg_way: 1 医嘱离院, 2 医嘱转院, 3 医嘱转社区, 4 非医嘱离院, 5 死亡, 9 其他
             */
            way: '1' | '2' | '3' | '4' | '5' | '9';
            /**
             * 死亡日期 die_date, `yyyy-MM-dd`; only with way 5, else null
             */
            diedOn: string | null;
            /**
             * 伴有并发症标志 cop_flag; missing: no
             */
            complication?: boolean;
            /**
             * 出院诊断; those of admission are in the encounter’s own list
             */
            diagnoses: Array<{
                /**
                 * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
                 */
                type: string;
                /**
                 * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
                 */
                order: number;
                /**
                 * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
                 */
                code: string;
                /**
                 * 诊断名称 diag_name
                 */
                name: string;
            }>;
        } | null;
    };
};
/**
 * 就诊, as it is registered
 */
export type Registration = {
    /**
     * 院内唯一流水 ipt_otp_no: the hospital’s own number of the encounter, one for ever
     */
    encounterId: string;
    /**
     * 就诊时间 begntime; of a stay the admission, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    visitedAt: string;
    /**
     * 医疗类别 med_type: 11 普通门诊, 13 急诊, 14 门诊慢特病, 21 普通住院 …
     */
    medicalType: string;
    /**
     * 就诊科室
     */
    department: {
        /**
         * the hospital’s own code of it, dept_code
         */
        code: string;
        /**
         * dept_name
         */
        name: string;
        /**
         * 科别 caty, a code of the national table of specialties
         */
        specialty: string;
    };
    /**
     * 医师
     */
    doctor: {
        /**
         * 医保医师编码 atddr_no
         */
        code: string;
        /**
         * 医师姓名 dr_name
         */
        name: string;
    };
};
/**
 * 就诊 with its diagnoses
 */
export type DiagnosedVisit = {
    /**
     * 院内唯一流水 ipt_otp_no: the hospital’s own number of the encounter, one for ever
     */
    encounterId: string;
    /**
     * 就诊时间 begntime; of a stay the admission, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    visitedAt: string;
    /**
     * 医疗类别 med_type: 11 普通门诊, 13 急诊, 14 门诊慢特病, 21 普通住院 …
     */
    medicalType: string;
    /**
     * 病种: of a chronic illness (medicalType 14), or of what is settled by single disease
     */
    disease?: {
        /**
         * 病种编码 dise_codg
         */
        code: string;
        /**
         * 病种名称 dise_name
         */
        name: string;
    } | null;
    /**
     * 生育, 计划生育: of a visit or stay for a birth or family planning; others have none
     */
    maternity?: {
        /**
         * 生育类别 matn_type, a code of the place
         */
        type?: string;
        /**
         * 计划生育手术类别 birctrl_type, a code of the place
         */
        familyPlanning?: string;
        /**
         * 计划生育手术或生育日期 birctrl_matn_date, `yyyy-MM-dd`
         */
        on?: string;
        /**
         * 孕周数 geso_val
         */
        weeks?: number;
        /**
         * 晚育标志 latechb_flag, of a stay; missing: no
         */
        late?: boolean;
        /**
         * 早产标志 pret_flag, of a stay; missing: no
         */
        premature?: boolean;
    };
    /**
     * 就诊科室
     */
    department: {
        /**
         * the hospital’s own code of it, dept_code
         */
        code: string;
        /**
         * dept_name
         */
        name: string;
        /**
         * 科别 caty, a code of the national table of specialties
         */
        specialty: string;
    };
    /**
     * 医师
     */
    doctor: {
        /**
         * 医保医师编码 atddr_no
         */
        code: string;
        /**
         * 医师姓名 dr_name
         */
        name: string;
    };
    /**
     * 诊断; of a stay those of admission
     */
    diagnoses: Array<{
        /**
         * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
         */
        type: string;
        /**
         * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
         */
        order: number;
        /**
         * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
         */
        code: string;
        /**
         * 诊断名称 diag_name
         */
        name: string;
    }>;
};
/**
 * 住院就诊: a stay, from its first day on
 */
export type StayEncounter = {
    /**
     * 院内唯一流水 ipt_otp_no: the hospital’s own number of the encounter, one for ever
     */
    encounterId: string;
    /**
     * 就诊时间 begntime; of a stay the admission, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    visitedAt: string;
    /**
     * 医疗类别 med_type: 11 普通门诊, 13 急诊, 14 门诊慢特病, 21 普通住院 …
     */
    medicalType: string;
    /**
     * 病种: of a chronic illness (medicalType 14), or of what is settled by single disease
     */
    disease?: {
        /**
         * 病种编码 dise_codg
         */
        code: string;
        /**
         * 病种名称 dise_name
         */
        name: string;
    } | null;
    /**
     * 个人结算方式 psn_setlway, a code of the place; missing: 01 按项目结算
     */
    settleWay?: string;
    /**
     * 生育, 计划生育: of a visit or stay for a birth or family planning; others have none
     */
    maternity?: {
        /**
         * 生育类别 matn_type, a code of the place
         */
        type?: string;
        /**
         * 计划生育手术类别 birctrl_type, a code of the place
         */
        familyPlanning?: string;
        /**
         * 计划生育手术或生育日期 birctrl_matn_date, `yyyy-MM-dd`
         */
        on?: string;
        /**
         * 孕周数 geso_val
         */
        weeks?: number;
        /**
         * 晚育标志 latechb_flag, of a stay; missing: no
         */
        late?: boolean;
        /**
         * 早产标志 pret_flag, of a stay; missing: no
         */
        premature?: boolean;
    };
    /**
     * 就诊科室
     */
    department: {
        /**
         * the hospital’s own code of it, dept_code
         */
        code: string;
        /**
         * dept_name
         */
        name: string;
        /**
         * 科别 caty, a code of the national table of specialties
         */
        specialty: string;
    };
    /**
     * 医师
     */
    doctor: {
        /**
         * 医保医师编码 atddr_no
         */
        code: string;
        /**
         * 医师姓名 dr_name
         */
        name: string;
    };
    /**
     * 诊断; of a stay those of admission
     */
    diagnoses: Array<{
        /**
         * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
         */
        type: string;
        /**
         * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
         */
        order: number;
        /**
         * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
         */
        code: string;
        /**
         * 诊断名称 diag_name
         */
        name: string;
    }>;
    /**
     * fee lines: of a visit 1 to 500, of a stay 0 to 5000
     */
    lines: Array<{
        /**
         * 费用明细流水号 feedetl_sn: the hospital’s own number of the line, one for ever
         */
        lineId: string;
        /**
         * what it is, as slip and screen name it
         */
        name: string;
        /**
         * 医疗目录编码 med_list_codg, a code of the national catalogue
         */
        nationalCode: string;
        /**
         * 医药机构目录编码 medins_list_codg, the hospital’s own
         */
        hospitalCode: string;
        /**
         * 医疗收费项目类别 med_chrgitm_type: 02 诊察费, 03 检查费, 04 化验费, 09 西药费, 11 中成药费 …
         */
        category: string;
        /**
         * 数量 cnt, at most four places
         */
        count: string;
        unit: string | null;
        /**
         * 单价 pric in yuan, at most six places
         */
        unitPrice: string;
        /**
         * det_item_fee_sumamt in yuan, two places: count × unitPrice, rounded half up to the fen
         */
        amount: string;
        /**
         * 费用发生时间 fee_ocur_time, `yyyy-MM-dd HH:mm:ss`, China Standard Time
         */
        occurredAt: string;
        /**
         * 医院审批标志 hosp_appr_flag, a code of the place: the hospital’s own word on a line that needs its approval; missing: 1
         */
        approval?: string;
        /**
         * 生育费用标志 matn_fee_flag; missing: no
         */
        maternity?: boolean;
        prescription: string | null;
    }>;
    /**
     * 费用总额 in yuan, two places: the sum of the lines’ amounts
     */
    total: string;
    /**
     * 住院
     */
    stay: {
        /**
         * 住院号 as people know it, medrcdno; the next stay may bear it again, so nothing is found by it
         */
        admissionNumber: string;
        /**
         * 病区, shown and not sent to the centre
         */
        ward: string;
        /**
         * 入院床位 adm_bed
         */
        bed: string;
        /**
         * 手术操作; needed where the stay is settled as day surgery, else null or missing
         */
        operation?: {
            /**
             * 手术操作代码 oprn_oprt_code
             */
            code: string;
            /**
             * oprn_oprt_name
             */
            name: string;
        } | null;
        /**
         * 出院; null while the person is in hospital: admitted, changed and charged, not settled
         */
        discharge: {
            /**
             * 出院时间 endtime, `yyyy-MM-dd HH:mm:ss`, China Standard Time
             */
            at: string;
            /**
             * 出院科室
             */
            department: {
                /**
                 * the hospital’s own code of it, dscg_dept_codg
                 */
                code: string;
                /**
                 * dscg_dept_name
                 */
                name: string;
            };
            bed: string | null;
            /**
             * 离院方式 dscg_way: 1 医嘱离院, 2 医嘱转院, 3 医嘱转社区, 4 非医嘱离院, 5 死亡, 9 其他
             */
            way: '1' | '2' | '3' | '4' | '5' | '9';
            /**
             * 死亡日期 die_date, `yyyy-MM-dd`; only with way 5, else null
             */
            diedOn: string | null;
            /**
             * 伴有并发症标志 cop_flag; missing: no
             */
            complication?: boolean;
            /**
             * 出院诊断; those of admission are in the encounter’s own list
             */
            diagnoses: Array<{
                /**
                 * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
                 */
                type: string;
                /**
                 * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
                 */
                order: number;
                /**
                 * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
                 */
                code: string;
                /**
                 * 诊断名称 diag_name
                 */
                name: string;
            }>;
        } | null;
    };
};
export type UnpaidLine = {
    /**
     * 费用明细流水号 feedetl_sn: the hospital’s own number of the line, one for ever
     */
    lineId: string;
    /**
     * what it is, as slip and screen name it
     */
    name: string;
    /**
     * 医疗目录编码 med_list_codg, a code of the national catalogue
     */
    nationalCode: string;
    /**
     * 医药机构目录编码 medins_list_codg, the hospital’s own
     */
    hospitalCode: string;
    /**
     * 医疗收费项目类别 med_chrgitm_type: 02 诊察费, 03 检查费, 04 化验费, 09 西药费, 11 中成药费 …
     */
    category: string;
    /**
     * 数量 cnt, at most four places
     */
    count: string;
    unit: string | null;
    /**
     * 单价 pric in yuan, at most six places
     */
    unitPrice: string;
    /**
     * det_item_fee_sumamt in yuan, two places: count × unitPrice, rounded half up to the fen
     */
    amount: string;
    /**
     * 费用发生时间 fee_ocur_time, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    occurredAt: string;
    /**
     * 医院审批标志 hosp_appr_flag, a code of the place: the hospital’s own word on a line that needs its approval; missing: 1
     */
    approval?: string;
    /**
     * 生育费用标志 matn_fee_flag; missing: no
     */
    maternity?: boolean;
    prescription: string | null;
};
export type UnpaidEncounter = {
    /**
     * 院内唯一流水 ipt_otp_no: the hospital’s own number of the encounter, one for ever
     */
    encounterId: string;
    /**
     * 就诊时间 begntime; of a stay the admission, `yyyy-MM-dd HH:mm:ss`, China Standard Time
     */
    visitedAt: string;
    /**
     * 医疗类别 med_type: 11 普通门诊, 13 急诊, 14 门诊慢特病, 21 普通住院 …
     */
    medicalType: string;
    /**
     * 病种: of a chronic illness (medicalType 14), or of what is settled by single disease
     */
    disease?: {
        /**
         * 病种编码 dise_codg
         */
        code: string;
        /**
         * 病种名称 dise_name
         */
        name: string;
    } | null;
    /**
     * 个人结算方式 psn_setlway, a code of the place; missing: 01 按项目结算
     */
    settleWay?: string;
    /**
     * 生育, 计划生育: of a visit or stay for a birth or family planning; others have none
     */
    maternity?: {
        /**
         * 生育类别 matn_type, a code of the place
         */
        type?: string;
        /**
         * 计划生育手术类别 birctrl_type, a code of the place
         */
        familyPlanning?: string;
        /**
         * 计划生育手术或生育日期 birctrl_matn_date, `yyyy-MM-dd`
         */
        on?: string;
        /**
         * 孕周数 geso_val
         */
        weeks?: number;
        /**
         * 晚育标志 latechb_flag, of a stay; missing: no
         */
        late?: boolean;
        /**
         * 早产标志 pret_flag, of a stay; missing: no
         */
        premature?: boolean;
    };
    /**
     * 就诊科室
     */
    department: {
        /**
         * the hospital’s own code of it, dept_code
         */
        code: string;
        /**
         * dept_name
         */
        name: string;
        /**
         * 科别 caty, a code of the national table of specialties
         */
        specialty: string;
    };
    /**
     * 医师
     */
    doctor: {
        /**
         * 医保医师编码 atddr_no
         */
        code: string;
        /**
         * 医师姓名 dr_name
         */
        name: string;
    };
    /**
     * 诊断; of a stay those of admission
     */
    diagnoses: Array<{
        /**
         * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
         */
        type: string;
        /**
         * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
         */
        order: number;
        /**
         * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
         */
        code: string;
        /**
         * 诊断名称 diag_name
         */
        name: string;
    }>;
    /**
     * fee lines: of a visit 1 to 500, of a stay 0 to 5000
     */
    lines: Array<{
        /**
         * 费用明细流水号 feedetl_sn: the hospital’s own number of the line, one for ever
         */
        lineId: string;
        /**
         * what it is, as slip and screen name it
         */
        name: string;
        /**
         * 医疗目录编码 med_list_codg, a code of the national catalogue
         */
        nationalCode: string;
        /**
         * 医药机构目录编码 medins_list_codg, the hospital’s own
         */
        hospitalCode: string;
        /**
         * 医疗收费项目类别 med_chrgitm_type: 02 诊察费, 03 检查费, 04 化验费, 09 西药费, 11 中成药费 …
         */
        category: string;
        /**
         * 数量 cnt, at most four places
         */
        count: string;
        unit: string | null;
        /**
         * 单价 pric in yuan, at most six places
         */
        unitPrice: string;
        /**
         * det_item_fee_sumamt in yuan, two places: count × unitPrice, rounded half up to the fen
         */
        amount: string;
        /**
         * 费用发生时间 fee_ocur_time, `yyyy-MM-dd HH:mm:ss`, China Standard Time
         */
        occurredAt: string;
        /**
         * 医院审批标志 hosp_appr_flag, a code of the place: the hospital’s own word on a line that needs its approval; missing: 1
         */
        approval?: string;
        /**
         * 生育费用标志 matn_fee_flag; missing: no
         */
        maternity?: boolean;
        prescription: string | null;
    }>;
    /**
     * 费用总额 in yuan, two places: the sum of the lines’ amounts
     */
    total: string;
    /**
     * 住院; a visit has none
     */
    stay?: {
        /**
         * 住院号 as people know it, medrcdno; the next stay may bear it again, so nothing is found by it
         */
        admissionNumber: string;
        /**
         * 病区, shown and not sent to the centre
         */
        ward: string;
        /**
         * 入院床位 adm_bed
         */
        bed: string;
        /**
         * 手术操作; needed where the stay is settled as day surgery, else null or missing
         */
        operation?: {
            /**
             * 手术操作代码 oprn_oprt_code
             */
            code: string;
            /**
             * oprn_oprt_name
             */
            name: string;
        } | null;
        /**
         * 出院; null while the person is in hospital: admitted, changed and charged, not settled
         */
        discharge: {
            /**
             * 出院时间 endtime, `yyyy-MM-dd HH:mm:ss`, China Standard Time
             */
            at: string;
            /**
             * 出院科室
             */
            department: {
                /**
                 * the hospital’s own code of it, dscg_dept_codg
                 */
                code: string;
                /**
                 * dscg_dept_name
                 */
                name: string;
            };
            bed: string | null;
            /**
             * 离院方式 dscg_way: 1 医嘱离院, 2 医嘱转院, 3 医嘱转社区, 4 非医嘱离院, 5 死亡, 9 其他
             */
            way: '1' | '2' | '3' | '4' | '5' | '9';
            /**
             * 死亡日期 die_date, `yyyy-MM-dd`; only with way 5, else null
             */
            diedOn: string | null;
            /**
             * 伴有并发症标志 cop_flag; missing: no
             */
            complication?: boolean;
            /**
             * 出院诊断; those of admission are in the encounter’s own list
             */
            diagnoses: Array<{
                /**
                 * 诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …
                 */
                type: string;
                /**
                 * 诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis
                 */
                order: number;
                /**
                 * 诊断代码 diag_code, the national list of diseases (医保版 ICD-10)
                 */
                code: string;
                /**
                 * 诊断名称 diag_name
                 */
                name: string;
            }>;
        } | null;
    };
};
export type SettledBill = {
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * 发送方报文ID of the settlement: by it the centre and every book know it
     */
    messageId: string;
    /**
     * 结算ID of the centre
     */
    setlId: string;
    mdtrtId: string;
    /**
     * setl_time, the centre’s
     */
    settledAt: string;
    split: Split;
    /**
     * 验真码 as on the slip
     */
    checkCode: string;
    /**
     * the split is not the one that was pre-settled: show it to the person
     */
    changed: boolean;
};
export type RefundedBill = {
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * 发送方报文ID of the settlement: by it the centre and every book know it
     */
    messageId: string;
    /**
     * when the centre gave it back
     */
    refundedAt: string;
    /**
     * to be returned by the hospital
     */
    cashReturned: string;
};
export type Standing = {
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * none: nothing is under way and nothing stands · people: the work-list has it
     */
    state: 'none' | 'prepared' | 'settling' | 'unknown' | 'settled' | 'refunding' | 'refunded' | 'people';
    /**
     * of the newest settlement
     */
    messageId: string | null;
    settled: SettledBill | null;
    refunded: RefundedBill | null;
};
export type Notice = {
    id: number;
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * when it was written
     */
    at: string;
    acknowledged: boolean;
    kind: 'settled';
    notice: {
        encounterId: string;
        messageId: string;
        mdtrtId: string;
        setlId: string;
        settledAt: string;
        total: string;
        funds: string;
        hospital: string;
        account: string;
        cashDue: string;
    };
} | {
    id: number;
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * when it was written
     */
    at: string;
    acknowledged: boolean;
    kind: 'released';
    notice: {
        encounterId: string;
        reason: 'cancelled' | 'refused' | 'notSent' | 'reversed' | 'expired';
        because?: string;
    };
} | {
    id: number;
    /**
     * 院内唯一流水: the hospital’s own number of the encounter
     */
    encounterId: string;
    /**
     * when it was written
     */
    at: string;
    acknowledged: boolean;
    kind: 'refunded';
    notice: {
        encounterId: string;
        messageId: string;
        mdtrtId: string;
        setlId: string;
        refundedAt: string;
        total: string;
        cashReturned: string;
    };
};
export type WrongField = {
    /**
     * names and places from the body’s root, as `encounter.lines.0.amount`; empty: the body itself
     */
    path: string;
    /**
     * missing · unknown: there is no such field · type · form: see `allowed` · length · count: of a list · range · choice: none of its values · rule: what ties it to other fields
     */
    problem: 'missing' | 'unknown' | 'type' | 'form' | 'length' | 'count' | 'range' | 'choice' | 'rule';
    /**
     * what the field takes; of an unknown one, which there are
     */
    allowed: string;
    /**
     * the field’s description in this document, where it has one
     */
    means: string | null;
    /**
     * what is wrong, in Chinese
     */
    zh: string;
    /**
     * the same in English
     */
    en: string;
};
export type ApiEvent = {
    kind: 'hello';
    version: string;
} | {
    kind: 'card';
    card: 'serviceDown' | 'noReader' | 'empty' | 'present' | 'mute' | 'tooMany';
} | {
    kind: 'pinPad';
    pinPad: 'none' | 'offline' | 'ready' | 'entering';
    digits: number;
} | {
    kind: 'printer';
    printer: string;
} | {
    kind: 'personGone';
    /**
     * from readPerson; good while the card lies in the reader, or until the person is let go of
     */
    person: string;
} | {
    kind: 'bill';
    encounterId: string;
} | {
    kind: 'notice';
    encounterId: string;
} | {
    kind: 'step';
    encounterId: string;
    step: string;
};
export type ReadCardData = {
    body: {
        [key: string]: never;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/card/read';
};
export type ReadCardErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ReadCardError = ReadCardErrors[keyof ReadCardErrors];
export type ReadCardResponses = {
    /**
     * OK
     */
    200: {
        maskedName: string | null;
        maskedNumber: string | null;
        maskedCardNumber: string | null;
        regionCode: string | null;
        issuedOn: string | null;
        expiresOn: string | null;
        specVersion: string;
    };
};
export type ReadCardResponse = ReadCardResponses[keyof ReadCardResponses];
export type ReadPersonData = {
    body: {
        [key: string]: never;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/persons';
};
export type ReadPersonErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ReadPersonError = ReadPersonErrors[keyof ReadPersonErrors];
export type ReadPersonResponses = {
    /**
     * OK
     */
    200: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
        maskedName: string;
        maskedNumber: string;
        sex: 'male' | 'female' | null;
        age: number | null;
        /**
         * 险种类型 in use: 310, 390 …
         */
        insutype: string;
        /**
         * 人员类别
         */
        psnType: string;
        /**
         * 参保地医保区划
         */
        insuredAt: string;
        /**
         * insured elsewhere (异地)
         */
        elsewhere: boolean;
        /**
         * 个人账户余额
         */
        balance: string;
    };
};
export type ReadPersonResponse = ReadPersonResponses[keyof ReadPersonResponses];
export type LetGoData = {
    body?: never;
    path: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
    };
    query?: never;
    url: '/minka/v1/persons/{person}';
};
export type LetGoErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type LetGoError = LetGoErrors[keyof LetGoErrors];
export type LetGoResponses = {
    /**
     * OK
     */
    200: {
        [key: string]: unknown;
    };
};
export type LetGoResponse = LetGoResponses[keyof LetGoResponses];
export type RevealData = {
    body?: never;
    path: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
    };
    query?: never;
    url: '/minka/v1/persons/{person}/reveal';
};
export type RevealErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type RevealError = RevealErrors[keyof RevealErrors];
export type RevealResponses = {
    /**
     * OK
     */
    200: {
        name: string;
        identityNumber: string;
        cardNumber: string;
    };
};
export type RevealResponse = RevealResponses[keyof RevealResponses];
export type EnterPinData = {
    body?: never;
    path: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
    };
    query?: never;
    url: '/minka/v1/persons/{person}/pin';
};
export type EnterPinErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type EnterPinError = EnterPinErrors[keyof EnterPinErrors];
export type EnterPinResponses = {
    /**
     * OK
     */
    200: {
        /**
         * verified is good for one settlement while this card is in · initial: the issuer’s first PIN pays nothing
         */
        result: 'verified' | 'wrong' | 'blocked' | 'initial' | 'cancelled' | 'timeout';
        triesLeft: number | null;
    };
};
export type EnterPinResponse = EnterPinResponses[keyof EnterPinResponses];
export type CancelPinData = {
    body?: never;
    path: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
    };
    query?: never;
    url: '/minka/v1/persons/{person}/pin/cancel';
};
export type CancelPinErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type CancelPinError = CancelPinErrors[keyof CancelPinErrors];
export type CancelPinResponses = {
    /**
     * OK
     */
    200: {
        [key: string]: unknown;
    };
};
export type CancelPinResponse = CancelPinResponses[keyof CancelPinResponses];
export type LookUpData = {
    body: {
        /**
         * benefit: which funds pay for a kind of case (2001) · chronic: 慢特病备案 (5301) · designated: 定点备案 (5302) · inHospital: stays without a discharge (5303) · transfer: 转院备案 (5304)
         */
        about: 'benefit' | 'chronic' | 'designated' | 'inHospital' | 'transfer';
        /**
         * the kind of case that is meant
         */
        case?: {
            /**
             * 医疗类别 med_type: 11, 14, 21 …
             */
            medicalType: string;
            /**
             * 病种, of a chronic illness (14) or of what is settled by single disease
             */
            disease?: {
                /**
                 * 病种编码 dise_codg
                 */
                code: string;
                /**
                 * 病种名称 dise_name
                 */
                name: string;
            } | null;
            /**
             * when care began; missing: now
             */
            at?: string;
        };
    };
    path: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
    };
    query?: never;
    url: '/minka/v1/persons/{person}/lookups';
};
export type LookUpErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type LookUpError = LookUpErrors[keyof LookUpErrors];
export type LookUpResponses = {
    /**
     * OK
     */
    200: {
        /**
         * what holds first, then what begins later, what is denied, what has ended; the newest first in each
         */
        rows: Array<{
            /**
             * benefit: 基金支付类型 fund_pay_type · chronic: 病种 opsp_dise_code · designated: fixmedins_code · inHospital: mdtrt_id · transfer: reflin_medins_no. Empty where the centre gives none
             */
            code: string;
            /**
             * fund, disease, institution, kind of case of the stay, or hospital, in words; its code where no table has it
             */
            name: string;
            /**
             * today: it holds, begins later, or has ended · denied: the fund does not pay, or the hospital did not agree to the transfer
             */
            standing: 'holds' | 'notYet' | 'ended' | 'denied';
            /**
             * first day, yyyy-MM-dd; null where the centre does not say
             */
            from: string | null;
            /**
             * last day, yyyy-MM-dd; null where it has none
             */
            to: string | null;
            /**
             * 险种类型 that it belongs to, where the answer names one
             */
            insutype: string | null;
            /**
             * 医疗类别 of a stay; null elsewhere
             */
            medicalType: string | null;
            /**
             * it is this institution: designated, transferred to, or (a stay) admitted by this terminal; null: not said
             */
            here: boolean | null;
            /**
             * 异地标志 out_flag, of stays and transfers; null: not said
             */
            elsewhere: boolean | null;
            /**
             * benefit: why not, in the centre’s words · designated: 备注 · inHospital: 住院/门诊号 · transfer: 转院原因
             */
            note: string | null;
        }>;
        /**
         * how many there are; beyond 200 the last are left out
         */
        total: number;
    };
};
export type LookUpResponse = LookUpResponses[keyof LookUpResponses];
export type UnpaidBillsData = {
    body: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/bills/unpaid';
};
export type UnpaidBillsErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type UnpaidBillsError = UnpaidBillsErrors[keyof UnpaidBillsErrors];
export type UnpaidBillsResponses = {
    /**
     * OK
     */
    200: {
        encounters: Array<UnpaidEncounter>;
    };
};
export type UnpaidBillsResponse = UnpaidBillsResponses[keyof UnpaidBillsResponses];
export type CompareBillData = {
    body: {
        encounter: Encounter;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/bills/compare';
};
export type CompareBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type CompareBillError = CompareBillErrors[keyof CompareBillErrors];
export type CompareBillResponses = {
    /**
     * OK
     */
    200: {
        differences: Array<{
            lineId: string | null;
            name: string;
            count: string;
            unitPrice: string;
            /**
             * as the hospital says
             */
            hospital: string;
            /**
             * count × price, half up to the fen; of the total: the sum of the lines
             */
            computed: string;
        }>;
    };
};
export type CompareBillResponse = CompareBillResponses[keyof CompareBillResponses];
export type PrepareBillData = {
    body: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
        encounter: Encounter;
        /**
         * whether her personal account (个人账户) is used, as she says
         */
        useAccount: boolean;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/bills/prepare';
};
export type PrepareBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type PrepareBillError = PrepareBillErrors[keyof PrepareBillErrors];
export type PrepareBillResponses = {
    /**
     * OK
     */
    200: Quote;
};
export type PrepareBillResponse = PrepareBillResponses[keyof PrepareBillResponses];
export type RepriceBillData = {
    body: {
        /**
         * names exactly one pre-settlement; another one of the encounter makes another
         */
        quote: string;
        /**
         * whether her personal account (个人账户) is used, as she says
         */
        useAccount: boolean;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/bills/reprice';
};
export type RepriceBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type RepriceBillError = RepriceBillErrors[keyof RepriceBillErrors];
export type RepriceBillResponses = {
    /**
     * OK
     */
    200: Quote;
};
export type RepriceBillResponse = RepriceBillResponses[keyof RepriceBillResponses];
export type SettleBillData = {
    body: {
        /**
         * names exactly one pre-settlement; another one of the encounter makes another
         */
        quote: string;
    };
    headers: {
        /**
         * 16 to 255 visible ASCII characters, new for every new wish and the same for every repeat of it. Keys are kept for ever. Same key and request: the stored answer, also after a restart; an answer that was unknown is looked up anew.
         */
        'Idempotency-Key': string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/bills/settle';
};
export type SettleBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type SettleBillError = SettleBillErrors[keyof SettleBillErrors];
export type SettleBillResponses = {
    /**
     * OK
     */
    200: {
        kind: 'settled';
        bill: SettledBill;
        next: 'done';
    } | {
        kind: 'refused';
        failure: Failure;
        next: 'again' | 'read' | 'people';
    } | {
        kind: 'unknown';
        /**
         * of the settlement; null: the journal that has it was lost, or cannot be read
         */
        messageId: string | null;
        next: 'wait' | 'people';
    };
};
export type SettleBillResponse = SettleBillResponses[keyof SettleBillResponses];
export type RefundBillData = {
    body: {
        /**
         * 发送方报文ID of the settlement: by it the centre and every book know it
         */
        messageId: string;
        /**
         * How far a stay is undone. settlement: 2305 alone, as for a part of a bill; missing means this. discharge: 2405 too. admission: 2302 and 2404 too, so that nothing is left of it. A visit is undone whole, whatever it says.
         */
        until?: 'settlement' | 'discharge' | 'admission';
    };
    headers: {
        /**
         * 16 to 255 visible ASCII characters, new for every new wish and the same for every repeat of it. Keys are kept for ever. Same key and request: the stored answer, also after a restart; an answer that was unknown is looked up anew.
         */
        'Idempotency-Key': string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/bills/refund';
};
export type RefundBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type RefundBillError = RefundBillErrors[keyof RefundBillErrors];
export type RefundBillResponses = {
    /**
     * OK
     */
    200: {
        kind: 'settled';
        bill: RefundedBill;
        next: 'done';
    } | {
        kind: 'refused';
        failure: Failure;
        next: 'again' | 'read' | 'people';
    } | {
        kind: 'unknown';
        /**
         * of the settlement; null: the journal that has it was lost, or cannot be read
         */
        messageId: string | null;
        next: 'wait' | 'people';
    };
};
export type RefundBillResponse = RefundBillResponses[keyof RefundBillResponses];
export type AbandonBillData = {
    body?: never;
    path: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    query?: never;
    url: '/minka/v1/bills/{encounterId}/abandon';
};
export type AbandonBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type AbandonBillError = AbandonBillErrors[keyof AbandonBillErrors];
export type AbandonBillResponses = {
    /**
     * OK
     */
    200: Standing;
};
export type AbandonBillResponse = AbandonBillResponses[keyof AbandonBillResponses];
export type ReadBillData = {
    body?: never;
    path: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    query?: never;
    url: '/minka/v1/bills/{encounterId}';
};
export type ReadBillErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ReadBillError = ReadBillErrors[keyof ReadBillErrors];
export type ReadBillResponses = {
    /**
     * OK
     */
    200: Standing;
};
export type ReadBillResponse = ReadBillResponses[keyof ReadBillResponses];
export type RegisterVisitData = {
    body: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
        encounter: Registration;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/visits/register';
};
export type RegisterVisitErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type RegisterVisitError = RegisterVisitErrors[keyof RegisterVisitErrors];
export type RegisterVisitResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type RegisterVisitResponse = RegisterVisitResponses[keyof RegisterVisitResponses];
export type DiagnoseVisitData = {
    body: {
        encounter: DiagnosedVisit;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/visits/diagnose';
};
export type DiagnoseVisitErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type DiagnoseVisitError = DiagnoseVisitErrors[keyof DiagnoseVisitErrors];
export type DiagnoseVisitResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type DiagnoseVisitResponse = DiagnoseVisitResponses[keyof DiagnoseVisitResponses];
export type AddVisitFeesData = {
    body: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * fee lines of the visit, 1 to 500 a call
         */
        lines: Array<Line>;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/visits/fees';
};
export type AddVisitFeesErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type AddVisitFeesError = AddVisitFeesErrors[keyof AddVisitFeesErrors];
export type AddVisitFeesResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type AddVisitFeesResponse = AddVisitFeesResponses[keyof AddVisitFeesResponses];
export type ClearVisitFeesData = {
    body?: never;
    path: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    query?: never;
    url: '/minka/v1/visits/{encounterId}/fees/clear';
};
export type ClearVisitFeesErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ClearVisitFeesError = ClearVisitFeesErrors[keyof ClearVisitFeesErrors];
export type ClearVisitFeesResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type ClearVisitFeesResponse = ClearVisitFeesResponses[keyof ClearVisitFeesResponses];
export type CancelVisitData = {
    body?: never;
    path: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    query?: never;
    url: '/minka/v1/visits/{encounterId}/cancel';
};
export type CancelVisitErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type CancelVisitError = CancelVisitErrors[keyof CancelVisitErrors];
export type CancelVisitResponses = {
    /**
     * OK
     */
    200: {
        [key: string]: unknown;
    };
};
export type CancelVisitResponse = CancelVisitResponses[keyof CancelVisitResponses];
export type AdmitStayData = {
    body: {
        /**
         * from readPerson; good while the card lies in the reader, or until the person is let go of
         */
        person: string;
        encounter: StayEncounter;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/admit';
};
export type AdmitStayErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type AdmitStayError = AdmitStayErrors[keyof AdmitStayErrors];
export type AdmitStayResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type AdmitStayResponse = AdmitStayResponses[keyof AdmitStayResponses];
export type ChangeStayData = {
    body: {
        encounter: StayEncounter;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/change';
};
export type ChangeStayErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ChangeStayError = ChangeStayErrors[keyof ChangeStayErrors];
export type ChangeStayResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type ChangeStayResponse = ChangeStayResponses[keyof ChangeStayResponses];
export type AddStayFeesData = {
    body: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * fee lines of the stay, 1 to 500 a call
         */
        lines: Array<Line>;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/fees';
};
export type AddStayFeesErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type AddStayFeesError = AddStayFeesErrors[keyof AddStayFeesErrors];
export type AddStayFeesResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type AddStayFeesResponse = AddStayFeesResponses[keyof AddStayFeesResponses];
export type ClearStayFeesData = {
    body: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/fees/clear';
};
export type ClearStayFeesErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ClearStayFeesError = ClearStayFeesErrors[keyof ClearStayFeesErrors];
export type ClearStayFeesResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type ClearStayFeesResponse = ClearStayFeesResponses[keyof ClearStayFeesResponses];
export type DischargeStayData = {
    body: {
        encounter: StayEncounter;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/discharge';
};
export type DischargeStayErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type DischargeStayError = DischargeStayErrors[keyof DischargeStayErrors];
export type DischargeStayResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type DischargeStayResponse = DischargeStayResponses[keyof DischargeStayResponses];
export type UndoStayDischargeData = {
    body: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/discharge/undo';
};
export type UndoStayDischargeErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type UndoStayDischargeError = UndoStayDischargeErrors[keyof UndoStayDischargeErrors];
export type UndoStayDischargeResponses = {
    /**
     * OK
     */
    200: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
        /**
         * 就诊ID of the centre
         */
        mdtrtId: string;
    };
};
export type UndoStayDischargeResponse = UndoStayDischargeResponses[keyof UndoStayDischargeResponses];
export type CancelStayData = {
    body: {
        /**
         * 院内唯一流水: the hospital’s own number of the encounter
         */
        encounterId: string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/stays/cancel';
};
export type CancelStayErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type CancelStayError = CancelStayErrors[keyof CancelStayErrors];
export type CancelStayResponses = {
    /**
     * OK
     */
    200: {
        [key: string]: unknown;
    };
};
export type CancelStayResponse = CancelStayResponses[keyof CancelStayResponses];
export type ReadTerminalData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/minka/v1/terminal';
};
export type ReadTerminalErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ReadTerminalError = ReadTerminalErrors[keyof ReadTerminalErrors];
export type ReadTerminalResponses = {
    /**
     * OK
     */
    200: {
        mode: 'lab' | 'production';
        version: string;
        label: string;
        institution: string;
        now: string;
        outOfService: Failure | null;
        card: 'serviceDown' | 'noReader' | 'empty' | 'present' | 'mute' | 'tooMany';
        pinPad: 'none' | 'offline' | 'ready' | 'entering';
        printer: string;
        inUse: boolean;
        open: number;
    };
};
export type ReadTerminalResponse = ReadTerminalResponses[keyof ReadTerminalResponses];
export type PrintReceiptData = {
    body: {
        /**
         * 发送方报文ID of the settlement: by it the centre and every book know it
         */
        messageId: string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/receipts/print';
};
export type PrintReceiptErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type PrintReceiptError = PrintReceiptErrors[keyof PrintReceiptErrors];
export type PrintReceiptResponses = {
    /**
     * OK
     */
    200: {
        /**
         * printed: the printer acknowledged every block · unknown: there may be paper; nothing prints again by itself
         */
        outcome: 'printed' | 'notPrinted' | 'unknown';
        /**
         * 0: the original; else 补打 n
         */
        copy: number;
    };
};
export type PrintReceiptResponse = PrintReceiptResponses[keyof PrintReceiptResponses];
export type CopyReceiptData = {
    body: {
        /**
         * 发送方报文ID of the settlement: by it the centre and every book know it
         */
        messageId: string;
    };
    path?: never;
    query?: never;
    url: '/minka/v1/receipts/copy';
};
export type CopyReceiptErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type CopyReceiptError = CopyReceiptErrors[keyof CopyReceiptErrors];
export type CopyReceiptResponses = {
    /**
     * OK
     */
    200: {
        /**
         * printed: the printer acknowledged every block · unknown: there may be paper; nothing prints again by itself
         */
        outcome: 'printed' | 'notPrinted' | 'unknown';
        /**
         * 0: the original; else 补打 n
         */
        copy: number;
    };
};
export type CopyReceiptResponse = CopyReceiptResponses[keyof CopyReceiptResponses];
export type ListNoticesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * the number of the last notice that is known
         */
        after?: string;
        /**
         * 1 to 200; 50
         */
        limit?: string;
        /**
         * 1: also those that are acknowledged
         */
        all?: '0' | '1';
    };
    url: '/minka/v1/notices';
};
export type ListNoticesErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type ListNoticesError = ListNoticesErrors[keyof ListNoticesErrors];
export type ListNoticesResponses = {
    /**
     * OK
     */
    200: {
        notices: Array<Notice>;
    };
};
export type ListNoticesResponse = ListNoticesResponses[keyof ListNoticesResponses];
export type AckNoticeData = {
    body?: never;
    path: {
        /**
         * `id` of the notice
         */
        id: string;
    };
    query?: never;
    url: '/minka/v1/notices/{id}/ack';
};
export type AckNoticeErrors = {
    /**
     * BAD_JSON: the body is not JSON · KEY_MISSING: a movement of money needs an Idempotency-Key of 16 to 255 visible characters
     */
    400: {
        defined: true;
        code: 'BAD_JSON' | 'KEY_MISSING';
        status: 400;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * UNAUTHORISED: the bearer token is missing, unknown or past its day
     */
    401: {
        defined: true;
        code: 'UNAUTHORISED';
        status: 401;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * SCOPE: the token does not have this scope · ORIGIN: pages of this origin may not ask
     */
    403: {
        defined: true;
        code: 'SCOPE' | 'ORIGIN';
        status: 403;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_FOUND: there is no such path, or nothing of this number that the client may see
     */
    404: {
        defined: true;
        code: 'NOT_FOUND';
        status: 404;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * METHOD: the path does not take this method
     */
    405: {
        defined: true;
        code: 'METHOD';
        status: 405;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * IN_FLIGHT: the first request with this key is still under way: repeat it unchanged · BUSY: somebody else has it in hand; nothing was done · NOT_DONE: it could not be done; no money moved
     */
    409: {
        defined: true;
        code: 'IN_FLIGHT' | 'BUSY' | 'NOT_DONE';
        status: 409;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_LARGE: the body is too large
     */
    413: {
        defined: true;
        code: 'TOO_LARGE';
        status: 413;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * NOT_JSON: bodies are application/json
     */
    415: {
        defined: true;
        code: 'NOT_JSON';
        status: 415;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * HOST: the Host header is not this server’s
     */
    421: {
        defined: true;
        code: 'HOST';
        status: 421;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INVALID: the request does not fit the contract · KEY_REUSED: the key was used before for another request
     */
    422: {
        defined: true;
        code: 'INVALID' | 'KEY_REUSED';
        status: 422;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * TOO_MANY: too many requests under way
     */
    429: {
        defined: true;
        code: 'TOO_MANY';
        status: 429;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * INTERNAL: a fault of the terminal’s program; a movement of money says unknown instead
     */
    500: {
        defined: true;
        code: 'INTERNAL';
        status: 500;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
    /**
     * OUT_OF_SERVICE: the terminal cannot do it now
     */
    503: {
        defined: true;
        code: 'OUT_OF_SERVICE';
        status: 503;
        message: string;
        data?: {
            failure?: Failure;
            retryAfterS?: number;
            fields?: Array<WrongField>;
            paths?: Array<string>;
        };
    };
};
export type AckNoticeError = AckNoticeErrors[keyof AckNoticeErrors];
export type AckNoticeResponses = {
    /**
     * OK
     */
    200: {
        notice: Notice;
    };
};
export type AckNoticeResponse = AckNoticeResponses[keyof AckNoticeResponses];
export type EventsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/minka/v1/events';
};
export type EventsResponses = {
    /**
     * the stream
     */
    200: string;
};
export type EventsResponse = EventsResponses[keyof EventsResponses];
