import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PressEvent } from 'react-aria-components';
import { Button } from 'react-aria-components/Button';
import { Pad } from '../components/pad.tsx';
import { Sign } from '../components/sign.tsx';
import { useKiosk, useText } from './context.tsx';

interface NameParts {
  readonly heading: ReactNode;
  readonly revealKey: ReactNode;
}

/**
 * The greeting, and the key that shows the whole name while it is held, 5 s at most (the terminal says how long). The
 * clear name lives in the state of the screen that uses it, only while it is shown.
 */
export function useRevealName(masked: string): NameParts {
  const t = useText();
  const { client } = useKiosk();
  const [clear, setClear] = useState<string | null>(null);
  const held = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hide = (): void => {
    held.current = false;
    clearTimeout(timer.current);
    setClear(null);
  };
  const show = async (): Promise<void> => {
    if (clear !== null) return hide();
    held.current = true;
    const revealed = await client.reveal('name');
    if (revealed === null || !held.current) return;
    setClear(revealed.value);
    timer.current = setTimeout(hide, revealed.validMs);
  };
  // A finger holds the key down; the keypad, and a voice's button, cannot: they press again, or wait.
  const lift = ({ pointerType }: PressEvent): void => {
    if (pointerType !== 'virtual' && pointerType !== 'keyboard') hide();
  };
  useEffect(
    () => () => {
      // The card was pulled with the finger on the key: the name that is on its way is for nobody any more.
      held.current = false;
      clearTimeout(timer.current);
    },
    [],
  );

  const heading = (
    <h1 className="t4 b two-lines" data-revealed={clear !== null}>
      {clear === null ? t('who.hello', { name: masked }) : clear}
    </h1>
  );
  const revealKey = (
    <div className="reveal">
      <Button className="key quiet" data-key="reveal" data-pad="9" onPressStart={() => void show()} onPressEnd={lift}>
        <Pad label="9" />
        <Sign name="eye" />
        <span>{t('who.reveal')}</span>
      </Button>
    </div>
  );
  return { heading, revealKey };
}
