import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { CardInReader } from '../components/scenes/card-scenes.tsx';
import { SlipOut } from '../components/scenes/paper-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import type { useText } from './context.tsx';

interface TakeBothProps {
  readonly cardIn: boolean;
  readonly print: 'queued' | 'printing' | 'printed' | 'none';
  readonly t: ReturnType<typeof useText>;
}

/**
 * Card first, then the slip: what comes last is forgotten, and the card is worth more. Both slots have their tab from
 * the start; the panel in amber is the one to act on now.
 */
export function TakeBoth({ cardIn, print, t }: TakeBothProps): {
  readonly panels: ReactNode;
  readonly tabs: ReactNode;
} {
  const paperKey = print === 'printed' ? 'done.paper' : 'done.paperPrinting';
  const paperNow = !cardIn && print === 'printed';
  const panels = (
    <div className="panels bleed gap2">
      <div className={paperNow ? 'panel now' : 'panel'} data-panel="paper" data-now={paperNow}>
        <div className={paperNow ? 'cap' : 'cap i2'}>
          {print === 'none' ? t('done.noPaper') : t(paperNow ? 'done.paperNow' : paperKey, { number: 2 })}
        </div>
        <div className="pic">{print === 'none' ? null : <SlipOut arrow={print === 'printed'} />}</div>
      </div>
      <div className={cardIn ? 'panel now' : 'panel'} data-panel="card" data-now={cardIn}>
        {cardIn ? (
          <div className="cap">{t('done.card', { number: 1 })}</div>
        ) : (
          <div className="cap ok row">
            <Sign name="tick" size={18} bold />
            {t('done.cardTaken')}
          </div>
        )}
        <div className="pic">{cardIn ? <CardInReader arrow /> : null}</div>
      </div>
    </div>
  );
  const tabs = (
    <>
      {print === 'none' ? null : (
        <EdgeTab slot="paper" next={cardIn}>
          {t('tab.paper')}
        </EdgeTab>
      )}
      {cardIn ? <EdgeTab slot="card">{t('tab.card')}</EdgeTab> : null}
    </>
  );
  return { panels, tabs };
}
