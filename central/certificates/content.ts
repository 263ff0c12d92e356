import type { z } from 'zod';
import type { CertificateContent, certificateIssueAsk } from '../../common/contracts/benefits/certificates.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Found, find, type People } from '../people/answers/find.ts';
import { pensionAccount } from '../people/pension-status.ts';
import { type MonthRecord, monthsCounted } from '../people/records.ts';
import { divisionOf } from '../plans/divisions.ts';
import { insurances } from '../plans/social/schema.ts';

type Ask = Pick<z.output<typeof certificateIssueAsk>, 'kind' | 'year' | 'identityNumber' | 'name' | 'cardNumber'>;

/** Who issues, here: no real agency's name stands on what is made up. */
const AUTHORITY = '参考社保中心（演示）';

const sumOf = (records: readonly MonthRecord[], pick: (record: MonthRecord) => Fen): Fen =>
  addFen(ZERO_FEN, ...records.map(pick));

const sumsOf = (records: readonly MonthRecord[]) => ({
  firm: formatFen(sumOf(records, ({ firm }) => firm)),
  person: formatFen(sumOf(records, ({ person }) => person)),
});

/** The part of the record that a certificate is about. */
function spokenOf({ records }: Found, { kind, year }: Ask): readonly MonthRecord[] {
  if (kind === 'payments') return records;
  if (kind === 'transfer') return records.filter(({ insurance }) => insurance === 'pension');
  const wanted = year ?? records.at(-1)?.month.slice(0, 4);
  return records.filter(({ month }) => month.slice(0, 4) === wanted);
}

function insurancesOf(records: readonly MonthRecord[]): CertificateContent['insurances'] {
  return insurances.flatMap((insurance) => {
    const own = records.filter((record) => record.insurance === insurance && record.kind !== 'missed');
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const months = monthsCounted(records, insurance);
    return [{ insurance, months, first: first.month, last: last.month, ...sumsOf(own) }];
  });
}

function yearsOf(records: readonly MonthRecord[]): CertificateContent['years'] {
  return [...Map.groupBy(records, ({ month }) => month.slice(0, 4))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, own]) => ({
      year,
      months: new Set(own.filter(({ kind }) => kind !== 'missed').map(({ month }) => month)).size,
      ...sumsOf(own),
    }));
}

/** What was found on record: nobody by that number, name and card; nothing that such a certificate could say; or what it says. */
export type CertifiedContent = CertificateContent | 'nobody' | 'nothing';

/** What a certificate bears of a person's record, as it stands at `now`. */
export function certificateContent(people: People, now: number, ask: Ask): CertifiedContent {
  const found = find(people, ask, now);
  if (found === null) return 'nobody';
  const { career, city } = found;
  const records = spokenOf(found, ask);
  const own = insurancesOf(records);
  const [first, last] = [records[0], records.at(-1)];
  if (own.length === 0 || first === undefined || last === undefined) return 'nothing';
  const pension = found.records.filter(({ insurance }) => insurance === 'pension');
  const paid = pension.filter(({ kind, month }) => kind === 'paid' && month >= first.month && month <= last.month);
  const rows = ask.kind === 'rights' ? records : [];
  return {
    kind: ask.kind,
    city: city.city,
    division: divisionOf(career.city),
    authority: AUTHORITY,
    name: career.name,
    number: career.identityNumber,
    from: first.month,
    to: last.month,
    insurances: own,
    years: yearsOf(records),
    rows: rows.map(({ month, insurance, kind, base, firm, person }) => {
      return { month, insurance, kind, base: formatFen(base), firm: formatFen(firm), person: formatFen(person) };
    }),
    paidMonths: paid.length,
    account:
      pension.length === 0 ? null : formatFen(accountOf(people, found, ask.kind === 'rights' ? last.month : null)),
    total: formatFen(sumOf(records, ({ firm, person }) => addFen(firm, person))),
  };
}

/** 个人账户储存额 now, or as it was at the end of the last month of a rights record. */
function accountOf(people: People, { career, city, records }: Found, until: string | null): Fen {
  const own = until === null ? records : records.filter(({ month }) => month <= until);
  return pensionAccount(career, city, people.national, own);
}
