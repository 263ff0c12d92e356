import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { firstView, type View } from '../keypad/offer.ts';
import { startView } from '../keypad/start.ts';
import { useKiosk } from '../kiosk/context.tsx';
import type { FeeLine } from '../link/screen-client.ts';
import type { Tell } from './tell.ts';
import type { Shown } from './use-speech.ts';

/** Where the screen stands; another question begins anew. */
export function useShown(screen: Screen, settings: boolean): { readonly shown: Shown; readonly tell: Tell } {
  const { kind } = screen;
  const { sheet, page } = startView(screen);
  const start = useMemo(() => ({ ...firstView, sheet, page }), [sheet, page]);
  const [told, setTold] = useState<Shown & { readonly kind: Screen['kind'] }>({ kind, view: start, lines: null });
  const tell = useCallback<Tell>(
    (part, lines = null) => {
      setTold((before) => {
        const view = { ...(before.kind === kind ? before.view : firstView), ...part };
        return { kind, view, lines };
      });
    },
    [kind],
  );
  const shown = useMemo(() => {
    const { view, lines } = told.kind === kind ? told : { view: start, lines: null };
    return { view: { ...view, settings }, lines };
  }, [told, kind, start, settings]);
  return { shown, tell };
}

/** In a screen with pages of its own: says on which it is. `undo`: what holds when this part of the screen is left. */
export function useTell(part: Partial<View>, undo: Partial<View>, lines?: readonly FeeLine[] | null): void {
  const { tell } = useKiosk();
  const [now, then] = [JSON.stringify(part), JSON.stringify(undo)];
  useEffect(() => {
    tell(JSON.parse(now) as Partial<View>, lines);
    return () => tell(JSON.parse(then) as Partial<View>);
  }, [tell, now, then, lines]);
}
