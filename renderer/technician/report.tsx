import { type ReactNode, useState } from 'react';
import type { StaffReport } from '../../common/contracts/session/staff-report.ts';
import type { StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { Frame } from '../components/frame.tsx';
import { Foot, Key } from '../components/keys.tsx';
import { useText } from '../kiosk/context.tsx';
import { useTell } from '../speech/use-shown.ts';
import { PartSheet, RowsSheet, SummarySheet } from './report-sheets.tsx';
import { sheetAfter, sheetAt, sheetsOf } from './sheets.ts';
import { StaffStrip } from './strip.tsx';
import { Told } from './told.tsx';
import { dayBeside } from './words.ts';

/** One sheet of a report: the answer, then each insurance type, then what differs. */
export function Sheet({ report, index }: { readonly report: StaffReport; readonly index: number }): ReactNode {
  const sheet = sheetAt(report, index);
  switch (sheet.kind) {
    case 'sum':
      return <SummarySheet report={report} />;
    case 'part':
      return <PartSheet part={sheet.part} />;
    case 'rows':
      return <RowsSheet report={report} from={sheet.from} />;
  }
}

/** How much asks for a person; when and by whom the day was compared. */
function When({ report }: { readonly report: StaffReport }): ReactNode {
  const t = useText();
  const { open, by, finishedAt } = report;
  const when = t('staff.report.when', { at: finishedAt.slice(0, 16), by: by ?? t('reconcile.byItself') });
  const stake = open.rows === 0 ? null : t('staff.report.stake', { amount: formatFen(fen(open.fen)) });
  return (
    <p className="i2" data-frame="day">
      {stake === null ? null : (
        <>
          <b>{stake}</b>
          <br />
        </>
      )}
      {when}
    </p>
  );
}

/** Are that day's books and the centre's alike, and if not, where does every fen come from? */
export function Report({ view }: { readonly view: StaffViewOf<'report'> }): ReactNode {
  const t = useText();
  const [sheet, setSheet] = useState(0);
  useTell({ sheet }, { sheet: 0 });
  const { day, newest, report, doing, told } = view;
  const sheets = report === null ? 0 : sheetsOf(report);
  const next = sheetAfter(report, sheet);
  const still = doing !== null;
  const run = report?.run ?? 1;
  return (
    <Frame
      edge="mid"
      strip={<StaffStrip name={t('staff.report.head')} />}
      below={
        <>
          <div className="aux pairs">
            <Key digit={1} act={{ kind: 'staffReport', day: dayBeside(day, -1) }} sign="back" off={still}>
              {t('staff.report.before')}
            </Key>
            <Key digit={2} act={{ kind: 'staffReport', day: dayBeside(day, 1) }} after="next" off={still || newest}>
              {t('staff.report.after')}
            </Key>
            <Key digit={3} act={{ kind: 'staffPrint', run }} off={still || report === null}>
              {t('staff.report.print')}
            </Key>
            <Key digit={4} act={{ kind: 'staffSave', run }} off={still || report === null}>
              {t('staff.report.save')}
            </Key>
            <Key digit={5} act={{ kind: 'staffCompare', day }} off={still}>
              {t('staff.report.compare')}
            </Key>
            <Key digit={6} act={() => setSheet(next)} after="next" off={still || sheets < 2}>
              {report === null
                ? t('staff.report.sheet.none')
                : t(`staff.report.sheet.${sheetAt(report, next).kind}`, { page: next + 1, pages: sheets })}
            </Key>
          </div>
          <Foot back={{ kind: 'staffBack' }} leave={{ act: { kind: 'staffEnd' }, words: t('staff.end') }} />
        </>
      }
    >
      {doing === 'comparing' ? (
        <>
          <h1 className="t4 b">{t('staff.report.comparing')}</h1>
          <p className="t2 gap1">{t('staff.report.day', { day })}</p>
          <p className="t2 gap1">{t('staff.report.comparingSub')}</p>
        </>
      ) : report === null ? (
        <>
          <h1 className="t4 b">{t('staff.report.none')}</h1>
          <p className="t2 gap1">{t('staff.report.day', { day })}</p>
          <p className="t2 gap1">{t('staff.report.noneSub')}</p>
          <Told told={told} />
        </>
      ) : (
        <>
          <h1 className={sheet === 0 ? 't4 b' : 't3 b'}>
            {doing === 'printing'
              ? t('staff.report.printing')
              : t(`staff.report.${report.state}`, { rows: report.open.rows })}
          </h1>
          <p className={sheet === 0 ? 't2 gap1' : 'gap1'} data-frame="day">
            {t('staff.report.day', { day })}
          </p>
          {told !== null ? <Told told={told} /> : sheet === 0 ? <When report={report} /> : null}
          <Sheet report={report} index={sheet} />
        </>
      )}
    </Frame>
  );
}
