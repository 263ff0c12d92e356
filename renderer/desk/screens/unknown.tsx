import type { ReactNode } from 'react';
import type { DeskResult } from '../../../common/contracts/desk/bill.ts';
import { Sign } from '../../components/sign.tsx';
import { useReadOut } from '../announce.ts';
import { useSay } from '../context.tsx';
import { PrintLine } from '../parts/print-line.tsx';

/** 还不知道: what is safe, what was sent, what happens next, and what the cashier tells the person. Never "failed". */
export function UnknownResult({ result }: { readonly result: Extract<DeskResult, { kind: 'unknown' }> }): ReactNode {
  const say = useSay();
  const { of, encounterId, messageId, next, print } = result;
  const title = say(of === 'refund' ? 'desk.unknown.refund' : 'desk.unknown');
  useReadOut(title);
  return (
    <section className="work result unknown">
      <div className="result-title">
        <Sign name="ask" size={14} bold />
        <h1>{title}</h1>
      </div>
      <p className="big b">{say('desk.unknown.safe')}</p>
      <div className="tell">
        <b>{say('desk.tell')}</b>
        <p className="say">{say(of === 'refund' ? 'desk.unknown.sayRefund' : 'desk.unknown.say')}</p>
      </div>
      <dl className="facts wide">
        <div>
          <dt>{say('desk.do')}</dt>
          <dd>
            <b>{say(of === 'refund' ? 'desk.unknown.notRefund' : 'desk.unknown.not')}</b>
          </dd>
        </div>
        <div>
          <dt>{say('desk.unknown.then')}</dt>
          <dd>{say(`desk.unknown.${next}`)}</dd>
        </div>
        <div>
          <dt>{say('desk.unknown.sent')}</dt>
          <dd>
            {messageId === ''
              ? say('desk.encounter', { id: encounterId })
              : say('desk.unknown.sentWhat', { encounter: encounterId, id: messageId })}
          </dd>
        </div>
      </dl>
      <PrintLine print={print} />
    </section>
  );
}
