import type { ReactNode } from 'react';
import { useLocale, useText } from '../kiosk/context.tsx';
import { ToolKey } from './keys.tsx';

/** The other language, named in itself, at the same place on every screen. */
export function LanguageKey(): ReactNode {
  const t = useText();
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  return (
    <span className="tools" lang={other}>
      <ToolKey act={{ kind: 'setLocale', locale: other }}>{t('frame.otherLanguage')}</ToolKey>
    </span>
  );
}
