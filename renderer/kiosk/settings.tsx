import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Choice, MainKey } from '../components/keys.tsx';
import { after, textSizes, themes } from '../keypad/common-offers.ts';
import { useKiosk, useText } from './context.tsx';

/** Screens on which the card must stay while this page covers them. */
const HOLD: ReadonlySet<string> = new Set(['readingCard', 'lookingUp', 'preparing', 'working']);

/** How do I see and hear best? Each key shows what it would change, and changes it at once, for this visit only. */
export function Settings(): ReactNode {
  const t = useText();
  const { snapshot, settings } = useKiosk();
  const { theme, textSize, sound, reach } = snapshot.look;
  const { voice } = snapshot.site;
  const spoken = voice ? t(sound ? 'look.sound.on' : 'look.sound.off') : t('look.noVoice');
  return (
    <Frame
      edge="high"
      strip={t(HOLD.has(snapshot.screen.kind) ? 'working.hold' : 'look.ends')}
      below={
        <>
          <div className="aux choices">
            <Choice
              number={1}
              words={t('look.textSize')}
              small={t(`look.textSize.${textSize}`)}
              act={{ kind: 'setLook', look: { textSize: after(textSizes, textSize) } }}
            />
            <Choice
              number={2}
              words={t('look.theme')}
              small={t(`look.theme.${theme}`)}
              act={{ kind: 'setLook', look: { theme: after(themes, theme) } }}
            />
            <Choice
              number={3}
              words={t('look.sound')}
              small={spoken}
              off={!voice}
              act={{ kind: 'setLook', look: { sound: !sound } }}
            />
            <Choice
              number={4}
              words={t('look.reach')}
              small={t(reach ? 'look.reach.on' : 'look.reach.off')}
              act={{ kind: 'setLook', look: { reach: !reach } }}
            />
          </div>
          <MainKey act={settings.hide} foot>
            {t('look.done')}
          </MainKey>
        </>
      }
    >
      <h1 className="t4 b">{t('look.title')}</h1>
      <p className="t3 gap1">{t('look.sample')}</p>
    </Frame>
  );
}
