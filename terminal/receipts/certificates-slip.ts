import type { CertificatesView } from '../../common/contracts/session/services/certificates.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { groupCertificateCode } from '../../common/kernel/certificate-code.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { certificateCodeData } from '../certificates/page/sheets.ts';
import type { Information } from './information-slip.ts';
import type { Paper } from './paper.ts';
import type { Say } from './say.ts';

type IssuedView = NonNullable<CertificatesView['issued']>;

const KINDS = ['payments', 'rights', 'transfer'] as const;

function insuranceRows(say: Say, { insurances }: IssuedView): readonly SlipBlock[] {
  return insurances.flatMap(({ insurance, months, firm, person }): SlipBlock[] => [
    {
      kind: 'amount',
      label: say(`insurance.${insurance}`),
      value: say('slipMonths', { months: String(months) }),
      bold: true,
    },
    { kind: 'amount', label: say('recordFirm'), value: formatFen(firm), indent: true },
    { kind: 'amount', label: say('recordPerson'), value: formatFen(person), indent: true },
  ]);
}

/** Code and QR, and how they are used: in the place of the words that a slip proves nothing. */
function ending(say: Say, lab: boolean, { code }: IssuedView): readonly SlipBlock[] {
  return [
    { kind: 'code', data: certificateCodeData(code), lines: linesOf(code) },
    { kind: 'line', text: say('certificateHow') },
    ...(lab ? ([{ kind: 'line', text: say('certificateLab') }] as const) : []),
  ];
}

/** "0000-0000" twice and "0095": a code beside a QR. */
function linesOf(code: string): string[] {
  const groups = groupCertificateCode(code).split('-');
  return [groups.slice(0, 2), groups.slice(2, 4), groups.slice(4)].map((line) => line.join('-'));
}

/** A certificate on a slip: its sums, days, digest and code; or, while none was issued, which there are. */
export function certificatesInformation({ say, site }: Paper, { city, issued, asOf }: CertificatesView): Information {
  const fact = (label: string, value: string): SlipBlock => ({ kind: 'fact', label, value });
  if (issued === null) {
    return {
      title: say('certificateChoice'),
      body: KINDS.map((kind) => ({ kind: 'line', text: say(`certificate.${kind}`) })),
      facts: [fact(say('slipCity'), city)],
      asOf,
    };
  }
  const { kind, from, to, total, issuedOn, expiresOn, digest } = issued;
  return {
    title: say(`certificate.${kind}`),
    body: [
      ...insuranceRows(say, issued),
      { kind: 'rule', style: 'dashed' },
      { kind: 'amount', label: say('certificateTotal'), value: formatFen(total), bold: true },
    ],
    facts: [
      fact(say('slipCity'), city),
      fact(say('certificatePeriod'), say('certificateFromTo', { from, to })),
      fact(say('certificateIssued'), issuedOn),
      fact(say('certificateExpires'), expiresOn),
      fact(say('certificateDigest'), digest),
    ],
    asOf,
    ending: ending(say, site.mode === 'lab', issued),
  };
}
