import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { benefitsContract } from '../../../common/contracts/benefits/benefits.ts';

/** The OpenAPI 3.1 document of the benefits API, made from its contract; committed as `docs/benefits-openapi.json`. */
export function benefitsDocument(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(benefitsContract, {
    info: {
      title: 'Minka benefits API',
      version: '1.0.0',
      description:
        'What an insured person may ask of the insurance centre: the medical account and this year, the pension with an ' +
        'estimate, the contribution record, injury, maternity, assistance, housing, other entitlements. Amounts are ' +
        'text in yuan with two places, times are China Standard Time (UTC+8). Bodies hold personal data: keep them ' +
        'out of logs.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'the host that serves this document' }],
    security: [{ bearer: [] }],
    tags: [
      { name: 'medical', description: '医疗保险' },
      { name: 'pension', description: '养老保险' },
      { name: 'contributions', description: '缴费记录' },
      { name: 'entitlements', description: '待遇' },
      { name: 'certificates', description: '参保缴费证明与查验' },
      { name: 'card', description: '社会保障卡' },
      { name: 'injury', description: '工伤保险' },
      { name: 'maternity', description: '生育保险' },
      { name: 'assistance', description: '社会救助' },
      { name: 'housing', description: '住房公积金和租金补贴' },
    ],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  });
}

/** The document as it is served. */
export function documentText(document: OpenAPI.Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
