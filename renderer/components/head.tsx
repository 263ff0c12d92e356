import { type ReactNode, useEffect, useState } from 'react';
import { useKiosk, useText } from '../kiosk/context.tsx';
import { clockText } from '../text/times.ts';
import { Brand } from './brand.tsx';
import { Tools } from './tools.tsx';

/** Wall time of the terminal now: that of the snapshot plus the time since it came. */
function useTerminalTime(): number {
  const { snapshot, receivedAt } = useKiosk();
  const [since, setSince] = useState(0);
  useEffect(() => {
    const tick = (): void => setSince(Math.max(0, performance.now() - receivedAt));
    const timer = setInterval(tick, 5000);
    tick();
    return () => clearInterval(timer);
  }, [receivedAt]);
  return snapshot.at + since;
}

/** The top tenth: whose machine, what time, where help is; the tools; in the lab that nothing here is valid. */
export function Head(): ReactNode {
  const { snapshot } = useKiosk();
  const t = useText();
  return (
    <header className="head" data-frame="head">
      <Brand />
      <div className="whose">
        <b>{snapshot.site.title}</b>
        <span className="i2 clock">{clockText(snapshot.locale, useTerminalTime())}</span>
        <span className="i2">{t('frame.help', { window: snapshot.site.helpWindow })}</span>
      </div>
      <div className="right">
        {snapshot.mode === 'lab' ? <span className="demo">{t('frame.demo')}</span> : null}
        <Tools />
      </div>
    </header>
  );
}
