import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Choice } from '../components/keys.tsx';
import { Sums } from '../components/money.tsx';
import { PrinterStops } from '../components/scenes/paper-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { DoneBelow } from './done-below.tsx';
import { ChangedSplit } from './done-changed.tsx';
import { StaffCode } from './failure-words.tsx';

type Trouble = 'waitingForPaper' | 'waitingForCover' | 'notPrinted' | 'unknown';

const hints = {
  waitingForPaper: 'done.waitHint',
  waitingForCover: 'done.coverHint',
  notPrinted: 'done.reprint',
  unknown: 'done.look',
} as const;
const pictures = {
  waitingForPaper: 'paper',
  waitingForCover: 'cover',
  notPrinted: 'stopped',
  unknown: 'stopped',
} as const;

/** Is my money safe? Yes, first; then what is the matter with the paper, and the choice to wait or not. */
export function PaperTrouble({ screen, print }: PaperTroubleProps): ReactNode {
  const t = useText();
  const { snapshot } = useKiosk();
  const { helpWindow } = snapshot.site;
  const waits = print === 'waitingForPaper' || print === 'waitingForCover';
  return (
    <Frame
      edge="mid"
      steps={{ now: 4 }}
      below={
        <>
          <DoneBelow screen={screen} />
          <div className="trouble-key">
            {waits ? (
              <Choice
                number={1}
                words={t('done.leave')}
                small={t('done.leaveWhere', { window: helpWindow })}
                act={{ kind: 'leavePrint' }}
                sign="person"
              />
            ) : screen.printFailure === null ? null : (
              <StaffCode failure={screen.printFailure} />
            )}
          </div>
        </>
      }
      tabs={
        <>
          {print === 'unknown' ? (
            <EdgeTab slot="paper" next>
              {t('tab.paper')}
            </EdgeTab>
          ) : null}
          {snapshot.cardIn ? <EdgeTab slot="card">{t('tab.card')}</EdgeTab> : null}
        </>
      }
    >
      <p className="row t2 b ok">
        <Sign name="tick" size={15} bold />
        {t('done.safe')}
      </p>
      <div className="gap1 beside">
        <Sums split={screen.split} />
      </div>
      {screen.confirmedSplit === null ? null : <ChangedSplit now={screen.split} before={screen.confirmedSplit} brief />}
      <h1 className="t4 b gap2">{t(`done.${print}`)}</h1>
      <p className="t3 gap1">{t(hints[print], { window: helpWindow })}</p>
      <div className="grow pic-box">
        <PrinterStops trouble={pictures[print]} />
      </div>
    </Frame>
  );
}

interface PaperTroubleProps {
  readonly screen: ScreenOf<'done'>;
  readonly print: Trouble;
}
