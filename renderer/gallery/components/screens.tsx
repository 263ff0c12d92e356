import type { ReactNode } from 'react';
import { type Look, queryOf } from '../look.ts';
import { everyView } from '../views.ts';
import { Section } from './specimen.tsx';

/** The glass of the drawing, px, as small pictures of it are cut from. */
const GLASS = { portrait: [1080, 1920], landscape: [1920, 1080] } as const;
export type Turn = keyof typeof GLASS;

interface ScreensProps {
  readonly look: Look;
  readonly turn: Turn;
}

/** Every screen in the chosen look, small; each leads to itself in full size. */
export function Screens({ look, turn }: ScreensProps): ReactNode {
  const [width, height] = GLASS[turn];
  const scale = (turn === 'portrait' ? 300 : 480) / width;
  return (
    <Section id="screens" title="Screens">
      <div className="c-screens">
        {everyView.map((name) => {
          const address = `?${queryOf(name, look)}`;
          return (
            <a key={name} href={address} data-screen-link={name}>
              <span>{name}</span>
              <span className="c-shot" style={{ width: width * scale, height: height * scale }}>
                <iframe
                  title={name}
                  src={address}
                  loading="lazy"
                  tabIndex={-1}
                  style={{ width, height, transform: `scale(${scale})` }}
                />
              </span>
            </a>
          );
        })}
      </div>
    </Section>
  );
}
