import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import type { Snapshot } from '../../../common/contracts/session/snapshot.ts';
import { propertiesOf } from '../../../common/kernel/glass.ts';
import { fixtures } from '../../fixtures/index.ts';
import { type Kiosk, KioskContext } from '../../kiosk/context.tsx';
import type { Look } from '../look.ts';

/** The panel that the page stands for: components are shown as large as on it. */
const PANEL = { widthMm: 267.8, heightMm: 476.1, widthPx: 1080, heightPx: 1920, distanceMm: 600 };

const nothing = (): void => undefined;

function snapshotFor({ look, lang, keypad }: Look): Snapshot {
  const base = fixtures['split'];
  if (base === undefined) throw new Error('no fixture');
  const locale = lang === 'zh-CN' ? 'zh-CN' : 'en';
  return { ...base, locale, look: { ...base.look, ...look }, site: { ...base.site, keypad } };
}

/** What components stand in, outside a screen: a snapshot in the chosen look, and keys that do nothing. */
export function Stage({ look, children }: { readonly look: Look; readonly children: ReactNode }): ReactNode {
  const snapshot = useMemo(() => snapshotFor(look), [look]);
  const kiosk = useMemo<Kiosk>(
    () => ({
      snapshot,
      receivedAt: 0,
      client: { feeLines: () => Promise.resolve(null), reveal: () => Promise.resolve(null) },
      send: nothing,
      waiting: false,
      barMm: 150,
      settings: { open: false, show: nothing, hide: nothing },
      tell: nothing,
      keypad: look.keypad,
    }),
    [snapshot, look.keypad],
  );
  useLayoutEffect(() => {
    const { theme, textSize, calm } = snapshot.look;
    const root = document.documentElement;
    const sizes = propertiesOf({ ...PANEL, textSize, plain: theme === 'elder' });
    for (const [name, value] of Object.entries(sizes)) root.style.setProperty(name, value);
    root.dataset['theme'] = theme;
    root.dataset['text'] = textSize;
    root.dataset['fit'] = '0';
    root.lang = snapshot.locale;
    root.toggleAttribute('data-calm', calm);
    root.toggleAttribute('data-keypad', look.keypad);
  }, [snapshot, look.keypad]);
  return <KioskContext.Provider value={kiosk}>{children}</KioskContext.Provider>;
}
