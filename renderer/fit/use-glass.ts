import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { propertiesOf, sizesOf } from '../../common/kernel/glass.ts';
import { useKiosk } from '../kiosk/context.tsx';
import { stands } from './stands.ts';
import { fitSteps } from './steps.ts';

function windowSize(): { readonly widthPx: number; readonly heightPx: number } {
  return { widthPx: window.innerWidth, heightPx: window.innerHeight };
}

/** Calls for another drawing when the window has another size. */
function useResize(): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const resized = (): void => redraw((count) => count + 1);
    window.addEventListener('resize', resized);
    return () => window.removeEventListener('resize', resized);
  }, []);
}

/**
 * Gives the style sheets the sizes, the theme and the slots, and finds, before the screen is painted, the largest text
 * not above the wanted one with which everything has its place. The plain Chinese screen is drawn to fit and is left
 * alone; larger text, another theme or language and lower keys need another room on each screen.
 */
export function useGlass(glass: RefObject<HTMLElement | null>): void {
  const { snapshot, keypad } = useKiosk();
  const last = useRef('');
  useResize();
  useLayoutEffect(() => {
    const element = glass.current;
    if (element === null) return;
    const { look, site, screen, locale } = snapshot;
    const panel = { ...site.panel, ...windowSize(), textSize: look.textSize, plain: look.theme === 'elder' };
    // Counting seconds need no other room; other words may.
    const words = (element.textContent ?? '').replace(/\d/gu, '0');
    const seen = [screen.kind, words, keypad, JSON.stringify([look, panel])].join('|');
    if (seen === last.current) return;
    last.current = seen;

    const { style, dataset, lang } = document.documentElement;
    for (const [name, value] of Object.entries(propertiesOf(panel))) style.setProperty(name, value);
    style.setProperty('--card-x', String(site.panel.cardSlotMm));
    style.setProperty('--paper-x', String(site.panel.paperSlotMm));
    if (lang !== locale) document.documentElement.lang = locale;
    dataset['theme'] = look.theme;
    dataset['text'] = look.textSize;
    flag('calm', look.calm);
    flag('reach', look.reach);
    flag('keypad', keypad);

    const { type, leastType } = sizesOf(panel);
    const drawn = type === 1 && look.theme === 'standard' && !look.reach && !keypad && locale === 'zh-CN';
    for (const step of drawn ? [{ type, level: 0 }] : fitSteps(type, leastType)) {
      style.setProperty('--type', String(step.type));
      dataset['fit'] = String(step.level);
      if (drawn || stands(element)) break;
    }
  });
}

function flag(name: string, on: boolean): void {
  document.documentElement.toggleAttribute(`data-${name}`, on);
}
