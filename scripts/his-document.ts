import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { apiSplitSchema, quoteSchema } from '../common/contracts/billing/bill.ts';
import { EVENTS_PATH, errors, hisApiContract } from '../common/contracts/billing/billing.ts';
import {
  apiDiagnosedSchema,
  apiEncounterSchema,
  apiLineSchema,
  apiRegistrationSchema,
  apiStayEncounterSchema,
} from '../common/contracts/billing/encounter.ts';
import { failureSchema } from '../common/contracts/billing/fields.ts';
import { refundedBillSchema, settledBillSchema, standingSchema } from '../common/contracts/billing/money.ts';
import { noticeSchema } from '../common/contracts/billing/notices.ts';
import { apiEventSchema } from '../common/contracts/billing/terminal.ts';
import { wrongFieldSchema } from '../common/contracts/billing/wrong-field.ts';
import { hisEncounterSchema, hisLineSchema } from '../common/contracts/his/his.ts';
import { writeGuide } from './encounter-guide.ts';

/**
 * The OpenAPI 3.1 document of the HIS API, made from its contract: `node scripts/his-document.ts` writes it, and
 * the guide's table of fields with it; tests compare. The event stream is the one thing that is no operation of the contract.
 */
export const HIS_DOCUMENT = resolve(import.meta.dirname, '../terminal/local-api/http/openapi.json');

/** What stands once in the document, and is referred to. */
const commonSchemas = {
  Failure: { schema: failureSchema },
  Split: { schema: apiSplitSchema },
  Quote: { schema: quoteSchema },
  Line: { schema: apiLineSchema },
  Encounter: { schema: apiEncounterSchema },
  Registration: { schema: apiRegistrationSchema },
  DiagnosedVisit: { schema: apiDiagnosedSchema },
  StayEncounter: { schema: apiStayEncounterSchema },
  UnpaidLine: { schema: hisLineSchema },
  UnpaidEncounter: { schema: hisEncounterSchema },
  SettledBill: { schema: settledBillSchema },
  RefundedBill: { schema: refundedBillSchema },
  Standing: { schema: standingSchema },
  Notice: { schema: noticeSchema },
};

/** The refusals of one status: which codes, and what each may bring. */
function refused(status: number): OpenAPI.ResponseObject {
  const mine = Object.entries(errors).filter(([, error]) => error.status === status);
  const data = {
    type: 'object',
    properties: {
      failure: { $ref: '#/components/schemas/Failure' },
      retryAfterS: { type: 'integer', minimum: 0 },
      fields: { type: 'array', items: { $ref: '#/components/schemas/WrongField' } },
      paths: { type: 'array', items: { type: 'string' } },
    },
  } as const;
  const schema: OpenAPI.SchemaObject = {
    type: 'object',
    properties: {
      defined: { const: true },
      code: { type: 'string', enum: mine.map(([code]) => code) },
      status: { const: status },
      message: { type: 'string' },
      data,
    },
    required: ['defined', 'code', 'status', 'message'],
  };
  const description = mine.map(([code, { message }]) => `${code}: ${message}`).join(' · ');
  return { description, content: { 'application/json': { schema } } };
}

/** What no operation refers to by itself. */
function schemaOf(schema: z.ZodType): OpenAPI.SchemaObject {
  const { $schema: _, ...node } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return node as OpenAPI.SchemaObject;
}

export async function hisDocument(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const made = await generator.generate(hisApiContract, {
    info: {
      title: 'Minka HIS API',
      version: '1.0.0',
      description:
        'What a hospital’s own system may do at a terminal, over loopback: read a card, bill, settle, give back. Amounts ' +
        'are text in yuan with two places, times are China Standard Time (UTC+8). No PIN goes through it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:7340', description: 'the terminal; the port is in its site profile' }],
    security: [{ bearer: [] }],
    tags: [
      { name: 'terminal', description: '终端状态与事件' },
      { name: 'person', description: '读卡、人员信息、密码键盘' },
      { name: 'bills', description: '预结算、结算、退费' },
      { name: 'visits', description: '门诊挂号、就诊信息、费用明细，逐步' },
      { name: 'stays', description: '住院' },
      { name: 'receipts', description: '凭条与补打' },
      { name: 'notices', description: '通知' },
    ],
    commonSchemas,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  });
  const event = schemaOf(apiEventSchema);
  const events: OpenAPI.PathItemObject = {
    get: {
      operationId: 'events',
      summary: 'What happens at the terminal, as server-sent events',
      description:
        'Each `data:` line is one JSON value of the schema ApiEvent. Nothing is kept for who is not there. Scope: state.',
      tags: ['terminal'],
      responses: {
        200: { description: 'the stream', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      },
    },
  };
  const statuses = [...new Set(Object.values(errors).map(({ status }) => status))];
  const responses = Object.fromEntries(statuses.map((status) => [`Refused${status}`, refused(status)]));
  return {
    ...made,
    paths: { ...made.paths, [EVENTS_PATH]: events },
    components: {
      ...made.components,
      responses,
      schemas: { ...made.components?.schemas, WrongField: schemaOf(wrongFieldSchema), ApiEvent: event },
    },
  };
}

export const documentText = (document: OpenAPI.Document): string => `${JSON.stringify(document, null, 2)}\n`;

if (import.meta.main) {
  writeFileSync(HIS_DOCUMENT, documentText(await hisDocument()));
  writeGuide();
}

/** The committed one. */
export const committed = (): string => readFileSync(HIS_DOCUMENT, 'utf8');
