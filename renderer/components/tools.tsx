import type { ReactNode } from 'react';
import { useKiosk, useLocale, useText } from '../kiosk/context.tsx';
import { takesDigits } from '../services/typing.ts';
import { ToolKey } from './keys.tsx';

/**
 * The same keys on every screen: the other language, named in itself, and how the screen looks and sounds. On the
 * page that the latter opens the language has a number too.
 */
export function Tools(): ReactNode {
  const t = useText();
  const { settings, snapshot } = useKiosk();
  // Where digits are typed, 0 is a digit.
  const digits = takesDigits(snapshot.screen);
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="tools">
      <span className="language" lang={other}>
        <ToolKey act={{ kind: 'setLocale', locale: other }} {...(settings.open ? { digit: 5 } : {})}>
          {t('frame.otherLanguage')}
        </ToolKey>
      </span>
      {settings.open ? null : (
        <ToolKey act={settings.show} {...(digits ? {} : { digit: 0 })} name="settings">
          {t('frame.settings')}
        </ToolKey>
      )}
    </div>
  );
}
