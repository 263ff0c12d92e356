import type { CertificateContent } from '../../../common/contracts/benefits/certificates.ts';
import { maskNumber } from '../../../common/kernel/masking.ts';
import { yearChart } from './chart.ts';
import type { Block } from './flow.ts';
import { LEFT, RIGHT, text } from './marks.ts';
import type { PageSay } from './say.ts';
import { evenColumns, table } from './table.ts';

const gap = (height: number): Block => ({ height, marks: () => [] });

function heading(words: string): Block {
  return { height: 8, marks: (y) => [text(LEFT, y + 5.5, 3.8, words, { bold: true })] };
}

/** Whom it is about and what it comes to, two facts a line. */
function facts(say: PageSay, content: CertificateContent): readonly Block[] {
  const { kind, name, number, city, division, authority, from, to, paidMonths, account, total } = content;
  const yuan = (amount: string): string => say('yuan', { amount });
  const rows: readonly (readonly [label: string, value: string])[] = [
    [say('name'), name],
    // The transfer certificate is read by another place's agency, which has to find the person by it.
    [say('number'), kind === 'transfer' ? number : maskNumber(number)],
    [say('city'), say('cityValue', { city, division })],
    [say('authority'), authority],
    [say('period'), say('fromTo', { from, to })],
    [say('total'), yuan(total)],
    ...(account === null
      ? []
      : ([
          [say('paidMonths'), say('months', { months: paidMonths })],
          [say('account'), yuan(account)],
        ] as const)),
  ];
  const [half, label] = [(RIGHT - LEFT) / 2, 34];
  const fact = ([words, value]: readonly [string, string], x: number, y: number) => [
    text(x, y + 4.6, 3.1, words, { tone: 'soft', widest: label - 2 }),
    text(x + label, y + 4.6, 3.6, value, { widest: half - label - 2 }),
  ];
  const lines = Array.from({ length: Math.ceil(rows.length / 2) }, (_, index) => rows.slice(index * 2, index * 2 + 2));
  return lines.map((line) => ({
    height: 7,
    marks: (y) => line.flatMap((one, index) => fact(one, LEFT + index * half, y)),
  }));
}

function insuranceTable(say: PageSay, { insurances }: CertificateContent): readonly Block[] {
  const heads = (['insurance', 'period', 'monthsAll', 'firm', 'person'] as const).map((one) => say(`column.${one}`));
  const until = [0.18, 0.46, 0.62, 0.81, 1];
  const columns = evenColumns(heads).map((one, index) => ({ ...one, until: until[index] ?? 1 }));
  const rows = insurances.map(({ insurance, first, last, months, firm, person }) => {
    return [say(`insurance.${insurance}`), say('fromTo', { from: first, to: last }), `${months}`, firm, person];
  });
  return [heading(say('byInsurance')), ...table(columns, rows)];
}

/** The years, two beside each other, so that a working life stays on one sheet. */
function yearTable(say: PageSay, { years }: CertificateContent): readonly Block[] {
  if (years.length < 2) return [];
  const heads = (['year', 'months', 'firm', 'person'] as const).map((one) => say(`column.${one}`));
  const half = Math.ceil(years.length / 2);
  const cellsOf = (one: CertificateContent['years'][number] | undefined): readonly string[] =>
    one === undefined ? [] : [one.year, `${one.months}`, one.firm, one.person];
  const rows = years.slice(0, half).map((one, index) => [...cellsOf(one), ...cellsOf(years[half + index])]);
  return [heading(say('byYear')), ...table(evenColumns([...heads, ...heads]), rows)];
}

/** The months of a rights record, the insurances beside each other: what employer and person paid. */
function monthTable(say: PageSay, { kind, rows, insurances, from }: CertificateContent): readonly Block[] {
  if (kind !== 'rights') return [];
  const heads = [say('column.month'), ...insurances.map(({ insurance }) => say(`insurance.${insurance}`))];
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const cell = (month: string, insurance: string): string => {
    const own = rows.find((row) => row.month === month && row.insurance === insurance);
    if (own === undefined) return '—';
    return own.kind === 'paid' ? `${own.firm} / ${own.person}` : say(own.kind);
  };
  const lines = months.map((month) => [month, ...insurances.map(({ insurance }) => cell(month, insurance))]);
  return [heading(say('byMonth', { year: from.slice(0, 4) })), ...table(evenColumns(heads), lines)];
}

/** What a certificate says, below its title. */
export function body(say: PageSay, content: CertificateContent): readonly Block[] {
  return [
    ...facts(say, content),
    gap(3),
    ...insuranceTable(say, content),
    gap(4),
    ...yearChart(content.years, say('chart'), (amount) => say('chartMost', { amount })),
    ...yearTable(say, content),
    ...monthTable(say, content),
  ];
}
