import { formatDate } from '../../../common/kernel/dates.ts';
import { givenNames, surnames } from '../../../simulator/lab/stock.ts';
import type { Scene } from '../../e2e/fixtures.ts';

/** As many as one request may bring. */
const AT_ONCE = 1000;

const two = (number: number): string => String(number).padStart(2, '0');

/** The encounter `index` of a day: one line, of somebody who never comes to this desk. */
function encounterOf(index: number, day: string): object {
  const encounterId = `OP${day.replaceAll('-', '').slice(2)}${String(index).padStart(6, '0')}`;
  const at = `${day} ${two(Math.floor(index / 3600) % 24)}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}`;
  const line = {
    ...{
      lineId: `${encounterId}-1`,
      name: '普通门诊诊察费',
      nationalCode: 'SHC00000000000009',
      hospitalCode: 'Y000009',
    },
    ...{ category: '01', count: '1', unit: '次', unitPrice: '12.00', amount: '12.00', occurredAt: at },
    prescription: null,
  };
  const name = `${surnames[index % surnames.length]}${givenNames[(index * 7) % givenNames.length]}`;
  return {
    person: { identityNumber: `990101${String(index).padStart(12, '0')}`, name },
    encounter: {
      ...{ encounterId, visitedAt: at, medicalType: '11', total: '12.00', lines: [line] },
      department: { code: 'K02', name: '呼吸内科', specialty: '03' },
      doctor: { code: 'D000002', name: '测试医师' },
      diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
    },
  };
}

/** Puts so many encounters of today into the hospital's own books; the desk reads them page by page. */
export async function fillDay({ lab }: Scene, count: number): Promise<void> {
  const day = formatDate(Date.now());
  for (let from = 0; from < count; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - from);
    const encounters = Array.from({ length }, (_, index) => encounterOf(from + index, day));
    await lab.admin('POST', '/admin/encounters', { encounters });
  }
}
