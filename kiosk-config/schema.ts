import { z } from 'zod';
import { textSizeSchema, themeSchema } from '../common/contracts/session/look.ts';
import { centreSchema } from './centre.ts';
import { siteSchema } from './site.ts';
import { speechSchema } from './speech.ts';

/**
 * The site profile: everything that differs between one terminal and the next, with default and meaning.
 * Secrets stand in files of their own (0600), named here by path. Paths are absolute, or relative to the profile.
 */
const path = z.string().min(1).max(1000);
const httpsUrl = z.url({ protocol: /^https$/ });

const everySetting = z.strictObject({
  schema: z.literal(1),
  /** `lab` allows virtual readers, ptys and the lab CA, and marks screens and slips 演示·无效. */
  mode: z.enum(['lab', 'production']),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Who stands at it: a resident alone (`kiosk`), or a cashier with a keyboard and a queue (`desk`). */
  face: z.enum(['kiosk', 'desk']).default('kiosk'),
  site: siteSchema,
  /**
   * This terminal's own certificate and its key, as `minka provision` got them from the operator. Null: it was not
   * enrolled.
   */
  identity: z.strictObject({ certFile: path, keyFile: path }).nullable().default(null),
  panel: z
    .strictObject({
      /** The visible area as it is mounted (a 21.5" full HD panel, upright), and from where it is read, mm. */
      widthMm: z.number().min(100).max(3000).default(267.8),
      heightMm: z.number().min(100).max(3000).default(476.1),
      distanceMm: z.number().min(300).max(2000).default(600),
      paperSlotMm: z.number().min(0).default(67),
      cardSlotMm: z.number().min(0).default(196),
    })
    .prefault({}),
  /**
   * The loopback port of the screen; 0: any free one. Where a managed policy locks the browser, it must be the port that
   * `kiosk-config/os/chromium-policy.json` allows (7311): no other server of the machine can be reached then.
   */
  screen: z
    .strictObject({
      port: z.int().min(0).max(65_535).default(0),
      /** How the screens look and sound for somebody who has chosen nothing; each session begins with it again. */
      look: z
        .strictObject({
          theme: themeSchema.default('standard'),
          textSize: textSizeSchema.default('normal'),
          reach: z.boolean().default(false),
          calm: z.boolean().default(false),
          sound: z.boolean().default(false),
        })
        .prefault({}),
    })
    .prefault({}),
  /** The voice that reads the screens out; null: none. */
  speech: speechSchema.nullable().default(null),
  devices: z.strictObject({
    /** Null: the one reader that holds a card. */
    cardReader: z.strictObject({ reader: z.string().min(1).max(200).nullable().default(null) }),
    pinPad: z
      .strictObject({
        path,
        baudRate: z.int().default(9600),
        model: z.enum(['minka-lab']),
        /** Issuers' initial PINs, with which nothing may be paid. */
        initialPins: z.array(z.string().regex(/^\d{4,16}$/)).default([]),
        entryTimeoutMs: z.int().min(5000).max(300_000).default(60_000),
      })
      .nullable(),
    printer: z
      .strictObject({
        path,
        baudRate: z.int().default(115_200),
        model: z.enum(['generic-80', 'generic-58']),
        columns: z.int().min(24).max(64).default(48),
        charset: z.enum(['gb2312', 'gbk', 'gb18030']).default('gbk'),
        windowBytes: z.int().min(128).max(65_536).default(1024),
        acknowledge: z.enum(['process-id', 'status']).default('process-id'),
      })
      .nullable(),
    /** A 16-key keypad below the glass; it is a keyboard to the system. Keys then show what presses them. */
    keypad: z.boolean().default(false),
    /** Something reads electronic cards and hands their tokens to the control link: a card can then be reported lost. */
    electronicCard: z.boolean().default(false),
  }),
  centre: centreSchema,
  his: z.strictObject({
    url: httpsUrl,
    caFile: path,
    tokenFile: path,
    answerMs: z.int().min(500).max(60_000).default(10_000),
    /** How long the HIS is sure to know a message id again; a notice that is older is asked for before it is sent. */
    keyLifetimeHours: z.number().positive().max(8760).default(24),
  }),
  operator: z.strictObject({
    url: httpsUrl,
    caFile: path,
    tokenFile: path,
    batch: z.int().min(1).max(200).default(50),
    answerMs: z.int().min(500).max(60_000).default(15_000),
    /** How long the operator is sure to know a record's key again; a record that is older is asked for first. */
    keyLifetimeHours: z.number().positive().max(8760).default(24),
  }),
  /** The benefits API, for the medical account and this year's totals. Null: the terminal does not offer it. */
  benefits: z
    .strictObject({
      url: httpsUrl,
      caFile: path,
      tokenFile: path,
      answerMs: z.int().min(500).max(60_000).default(8000),
    })
    .nullable()
    .default(null),
  /**
   * The external cashier that takes the cash part after a settlement. Null: it is paid at the window. `collectMs`: how long
   * a person may pay there before she is sent to the window.
   */
  cashier: z
    .strictObject({
      url: httpsUrl,
      caFile: path,
      tokenFile: path,
      answerMs: z.int().min(500).max(60_000).default(5000),
      collectMs: z.int().min(5000).max(600_000).default(90_000),
    })
    .nullable()
    .default(null),
  /**
   * Certificates as A4 pages: to a queue of this machine's CUPS, or as files in a folder; exactly one of the two. Null: they
   * come as slips only. The fonts are collections with the faces NotoSansCJKsc-Regular and -Bold.
   */
  pages: z
    .strictObject({
      queue: z
        .string()
        .regex(/^http:\/\/(127\.0\.0\.1|localhost)(:\d{1,5})?\/printers\/[\w.-]{1,60}$/)
        .nullable()
        .default(null),
      folder: path.nullable().default(null),
      regularFont: path.default('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
      boldFont: path.default('/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc'),
    })
    .refine(({ queue, folder }) => (queue === null) !== (folder === null), { error: 'a queue or a folder, not both' })
    .nullable()
    .default(null),
  /**
   * The policy pages of a bureau (docs/policy-pages.md): their folder, and the cities whose pages stand here for somebody
   * whose city nobody knows; none named: everybody's. Null: none are offered.
   */
  policyPages: z
    .strictObject({ folder: path, cities: z.array(z.string().min(2).max(12)).max(20).default([]) })
    .nullable()
    .default(null),
  /**
   * The HIS API on loopback (docs/integration.md): its port (0: any free one), the file of its clients (0600; `minka
   * client` writes it), and the origins of pages that may ask. Null: there is none.
   */
  hisApi: z
    .strictObject({
      port: z.int().min(0).max(65_535).default(7340),
      clientsFile: path,
      origins: z
        .array(z.string().regex(/^https?:\/\/[^/\s]{1,200}$/))
        .max(20)
        .default([]),
    })
    .nullable()
    .default(null),
  policy: z
    .strictObject({
      /** PIN on the pad before the personal account is touched. */
      pinBeforeAccount: z.boolean().default(true),
      /** The first pre-settlement asks with the account allowed to pay. */
      accountFirst: z.boolean().default(true),
      /** Insurance types in the order in which one in force is taken. */
      schemes: z
        .array(z.string().regex(/^\d{3}$/))
        .min(1)
        .default(['310', '390']),
      /** Daily reconciliation with the centre (3201, 3202). */
      reconcile: z
        .strictObject({
          /** China time from which yesterday is compared, once nobody stands at the terminal. */
          at: z
            .string()
            .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
            .default('02:30'),
          /**
           * 清算类别 of the visits that this terminal settles: 11 门诊; and of the stays: 21 住院. Never the same: one day
           * has one total for each insurance type and clearing type, and of two the later would stand for both.
           */
          clearingType: z.string().min(1).max(6).default('11'),
          stayClearingType: z.string().min(1).max(6).default('21'),
          /** 结算经办机构; null: the division of the site. */
          office: z.string().min(1).max(6).nullable().default(null),
        })
        .refine(({ clearingType, stayClearingType }) => clearingType !== stayClearingType, {
          path: ['stayClearingType'],
          error: 'another type than clearingType',
        })
        .prefault({}),
      /** Idle time before the warning, and the warning itself. */
      idleMs: z.int().min(2000).default(60_000),
      idleWarningMs: z.int().min(1000).default(30_000),
      /** After confirm: the person is released with a 单边账 slip at this limit while recovery goes on. */
      personLimitMs: z.int().min(1000).max(300_000).default(45_000),
      /**
       * A settlement that turns out to be settled when its person has gone: kept and shown on the work-list, or given
       * back at once (2208). Either way the HIS is told, in order. Beside a `hisApi` it is always kept.
       */
      foundAfterSession: z.enum(['keep', 'reverse']).default('keep'),
      /** The result screen wipes itself after the card is gone, or at this limit. */
      resultMs: z.int().min(1000).default(30_000),
    })
    .prefault({}),
  paths: z.strictObject({
    /** Database and logs; kept. */
    data: path,
    /** Sockets, lock, pid; gone after a restart. */
    run: path,
    /** 32 bytes, hex, 0600: the key of the database, handed over by the shell. Lab only; production: the shell's key store. */
    keyFile: path.optional(),
  }),
});

/** Settings that are good by themselves and not together. */
export const siteProfileSchema = everySetting.refine(
  ({ hisApi, policy }) => hisApi === null || policy.foundAfterSession === 'keep',
  {
    path: ['policy', 'foundAfterSession'],
    // Its client asks for the end of a bill when it can, and collects the cash of what is told as settled.
    error: '"keep" beside a hisApi, whose client may be told of it at any time',
  },
);

export type SiteProfile = z.output<typeof siteProfileSchema>;
export type SiteProfileInput = z.input<typeof siteProfileSchema>;
