import { type ReactNode, useState } from 'react';
import type { ShiftView } from '../../../common/contracts/desk/shift.ts';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { Field } from '../parts/field.tsx';
import { PrintLine } from '../parts/print-line.tsx';
import { ReportTable } from '../parts/shift-report.tsx';
import { clockAt } from '../parts/top-bar.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { yuanOf, yuanTyped } from '../typing/yuan.ts';
import { ShiftCount } from './shift-count.tsx';

type ViewOf<K extends ShiftView['step']> = Extract<ShiftView, { step: K }>;

/** 交接班: from the float to the report and the count of the drawer. */
export function ShiftScreen({ screen: { view } }: { readonly screen: DeskScreenOf<'shift'> }): ReactNode {
  switch (view.step) {
    case 'open':
      return <OpenShift view={view} />;
    case 'report':
    case 'closed':
      return <Report view={view} />;
    case 'count':
      return <ShiftCount view={view} />;
  }
}

/** What lies in the drawer? Then card and PIN prove who begins. */
function OpenShift({ view: { failure, working } }: { readonly view: ViewOf<'open'> }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const [typed, setTyped] = useState('');
  const float = yuanOf(typed);
  const open = binding(
    'Enter',
    'openShift',
    { key: 'desk.act.openShift' },
    () => {
      if (float !== null) send({ kind: 'openShift', float });
    },
    { next: true, off: working ? { key: 'desk.why.working' } : float === null ? { key: 'desk.why.noAmount' } : null },
  );
  useKeys('screen', [open]);
  useReadOut(say('desk.shift.open'));
  return (
    <section className="work plain">
      <h1>{say('desk.shift.open')}</h1>
      <p className="big">{say('desk.shift.openSub')}</p>
      <Field
        label={say('desk.shift.float')}
        value={typed}
        change={(value) => setTyped(yuanTyped(value))}
        name="float"
      />
      {working ? <p className="big b">{say('desk.shift.proving')}</p> : null}
      {failure === null ? null : <Trouble failure={failure} />}
    </section>
  );
}

/** What the shift has done, so far or in all: on the screen, as a slip, as a file. */
function Report({ view }: { readonly view: ViewOf<'report' | 'closed'> }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const { step, report, print, saved } = view;
  const at = clockAt(report.openedAt);
  const slip = binding('P', 'print', { key: 'desk.act.print' }, () => send({ kind: 'printShift' }));
  const file = binding('S', 'save', { key: 'desk.act.save' }, () => send({ kind: 'saveShift' }));
  const count = binding('Enter', 'count', { key: 'desk.act.count' }, () => send({ kind: 'countCash' }), { next: true });
  const leave = binding('Enter', 'leave', { key: 'desk.act.close' }, () => send({ kind: 'letGo' }), { next: true });
  useKeys('screen', [step === 'report' ? count : leave, slip, file]);
  const title = say(step === 'report' ? 'desk.shift.report' : 'desk.shift.closed');
  useReadOut(title);
  return (
    <section className="work shift">
      <div className="result-title">
        <h1>{title}</h1>
        <span className="soft">
          {report.closedAt === null
            ? say('desk.shift.reportOf', { at, id: report.staffId })
            : say('desk.shift.reportClosed', { at, end: clockAt(report.closedAt), id: report.staffId })}
        </span>
        <span className="sp" />
        <span className="nw">
          <kbd className="cap">P</kbd> {say('desk.act.print')}
        </span>
        <span className="nw">
          <kbd className="cap">S</kbd> {say('desk.act.save')}
        </span>
      </div>
      <ReportTable report={report} />
      {print.state === 'none' ? null : <PrintLine print={print} />}
      {saved === null ? null : <p className="big ok">{say('desk.shift.saved', { file: saved })}</p>}
    </section>
  );
}
