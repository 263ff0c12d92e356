import type { ReactNode } from 'react';
import type { Look } from '../look.ts';
import { Choices } from './choices.tsx';
import { Colours } from './colours.tsx';
import { Printed } from './printed.tsx';
import { Screens, type Turn } from './screens.tsx';
import { Sizes } from './sizes.tsx';
import { Stage } from './stage.tsx';
import { Touched } from './touched.tsx';
import './components.css';

/** The component page: tokens, colours with measured contrast, components in each state, every screen, in one look. */
export function ComponentsPage({ look, turn }: { readonly look: Look; readonly turn: Turn }): ReactNode {
  return (
    <Stage look={look}>
      <div className="c-page">
        <Choices look={look} turn={turn} />
        <h1>Minka 民卡</h1>
        <Colours theme={look.look.theme ?? 'standard'} />
        <Sizes />
        <Touched />
        <Printed />
        <Screens look={look} turn={turn} />
      </div>
    </Stage>
  );
}
