import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { ProblemScene } from '../components/scenes/problem-scene.tsx';
import { useText } from './context.tsx';

/** Do I dare to use the last try? `back`: there is somewhere to go back to. */
export function AskLastTry({ back = false }: { readonly back?: boolean }): ReactNode {
  const t = useText();
  return (
    <Frame
      edge="low"
      below={
        <>
          <MainKey act={{ kind: 'useLastTry' }}>{t('enterPin.useLast')}</MainKey>
          <Foot {...(back ? { back: { kind: 'back' } } : {})} />
        </>
      }
    >
      <h1 className="t4 b">{t('enterPin.last')}</h1>
      <p className="t3 gap1">{t('enterPin.lastSub')}</p>
      <div className="grow pic-box">
        <ProblemScene failure="PIN_BLOCKED" />
      </div>
      <p className="t2 i2" style={{ paddingBottom: 'calc(var(--mm) * 10)' }}>
        {t('enterPin.lastHelp')}
      </p>
    </Frame>
  );
}
