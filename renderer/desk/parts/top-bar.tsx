import { memo, type ReactNode, useEffect, useState } from 'react';
import type { DeskHead } from '../../../common/contracts/desk/snapshot.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import { Brand } from '../../components/brand.tsx';
import { Sign } from '../../components/sign.tsx';
import { useDesk, useSay } from '../context.tsx';
import { KeyCap } from '../keys/cap.tsx';

/** "10:26" of an instant, China Standard Time. */
export const clockAt = (epochMs: number): string => formatDateTime(epochMs).slice(11, 16);

/** Wall time of the terminal now: that of the snapshot plus the time since it came. */
function useTerminalTime(): number {
  const { snapshot, receivedAt } = useDesk();
  const [since, setSince] = useState(0);
  useEffect(() => {
    const tick = (): void => setSince(Math.max(0, performance.now() - receivedAt));
    const timer = setInterval(tick, 5000);
    tick();
    return () => clearInterval(timer);
  }, [receivedAt]);
  return snapshot.at + since;
}

/** The head of every screen: whose window, which shift, how centre, reader and printer fare, and what waits for people. */
export const TopBar = memo(function TopBar(): ReactNode {
  const { head, mode, site } = useDesk().snapshot;
  const say = useSay();
  const { shift } = head;
  return (
    <header className="top">
      <Brand />
      <b>{say('desk.window', { window: site.window })}</b>
      {mode === 'lab' ? <b className="demo">{say('desk.demo')}</b> : null}
      {shift === null ? (
        <span className="soft">{say('desk.noShift')}</span>
      ) : (
        <>
          <span className="soft nw">{say('desk.who', { name: shift.name, id: shift.staffId })}</span>
          <span className="soft wide nw">
            {say('desk.shift', { at: clockAt(shift.openedAt), count: shift.settled })}
          </span>
        </>
      )}
      <span className="sp" />
      <Health head={head} />
      <span className="clock">{clockAt(useTerminalTime())}</span>
      <WorkBadge work={head.work} />
    </header>
  );
});

/** Seconds with one place, as a person says them. */
const secondsText = (ms: number): string => (ms / 1000).toFixed(1);

function Health({ head: { centre, reader, printer } }: { readonly head: DeskHead }): ReactNode {
  const say = useSay();
  const seconds = centre.answerMs === null ? '' : secondsText(centre.answerMs);
  const readerWell = reader === 'empty' || reader === 'card';
  return (
    <>
      <Part well={centre.state === 'ok'} still={centre.state === 'untried'}>
        {say(`desk.centre.${centre.state}`, { seconds })}
      </Part>
      <Part well={readerWell}>{say(`desk.reader.${reader}`)}</Part>
      <Part well={printer === 'ready'} still={printer === 'none'}>
        {say(`desk.printer.${printer}`)}
      </Part>
    </>
  );
}

interface PartProps {
  readonly well: boolean;
  /** Neither well nor ill: nothing is known, or there is none. */
  readonly still?: boolean;
  readonly children: ReactNode;
}

/** One part of the machine: a tick, or a warning in words. */
export function Part({ well, still = false, children }: PartProps): ReactNode {
  return (
    <span className={well || still ? 'part nw' : 'part ill nw'}>
      {still ? null : <Sign name={well ? 'tick' : 'warn'} size={7} bold />}
      {children}
    </span>
  );
}

/** What waits for people: amber as soon as there is anything, so that it cannot be overlooked. */
function WorkBadge({ work }: { readonly work: DeskHead['work'] }): ReactNode {
  const say = useSay();
  const calls = work.open > 0 || work.unknown > 0;
  return (
    <div className={calls ? 'badge calls' : 'badge'} role="status" data-open={work.open} data-unknown={work.unknown}>
      {calls ? <Sign name="warn" size={8} bold /> : null}
      <span className="nw">{say('desk.work', { open: work.open })}</span>
      {work.unknown > 0 ? <span className="nw">{say('desk.work.unknown', { unknown: work.unknown })}</span> : null}
      <KeyCap cap="F8" />
    </div>
  );
}
