import { type ReactNode, useEffect, useState } from 'react';
import { contrast, type Rgb, rgbOf } from '../../theme/contrast.ts';
import { type Colour, colours, partPairs, textPairs } from '../../theme/palette.ts';
import { Section } from './specimen.tsx';

type Palette = Partial<Record<Colour, string>>;

/** The colours as the browser has them now, read from the style sheet and not from a list of our own. */
function usePalette(theme: string): Palette {
  const [palette, setPalette] = useState<Palette>({});
  // Another theme is another palette; by now the stage has put it on.
  useEffect(() => {
    if (document.documentElement.dataset['theme'] !== theme) return;
    const style = getComputedStyle(document.documentElement);
    setPalette(Object.fromEntries(colours.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])));
  }, [theme]);
  return palette;
}

function ratio(palette: Palette, one: Colour, other: Colour): number | null {
  const pair = [rgbOf(palette[one] ?? ''), rgbOf(palette[other] ?? '')] as [Rgb | null, Rgb | null];
  return pair[0] === null || pair[1] === null ? null : contrast(pair[0], pair[1]);
}

interface RatioProps {
  readonly palette: Palette;
  readonly pair: readonly [Colour, Colour];
  readonly least: number;
}

function Ratio({ palette, pair: [one, other], least }: RatioProps): ReactNode {
  const measured = ratio(palette, one, other);
  const holds = measured !== null && measured >= least;
  return (
    <tr data-pair={`${one}/${other}`} data-ratio={measured?.toFixed(2)} data-holds={holds}>
      <td style={{ color: palette[one] ?? '', background: palette[other] ?? '' }}>民卡 36.79</td>
      <td>
        {one} on {other}
      </td>
      <td>{measured?.toFixed(2)}</td>
      <td>
        {holds ? '✓' : '✗'} {least}:1
      </td>
    </tr>
  );
}

/** Every colour of the theme, and every pair that is read or seen, with its measured contrast. */
export function Colours({ theme }: { readonly theme: string }): ReactNode {
  const palette = usePalette(theme);
  return (
    <Section id="colours" title="Colours">
      <div className="c-swatches">
        {colours.map((name) => (
          <div key={name} className="c-swatch" data-colour={name}>
            <div style={{ background: palette[name] ?? '' }} />
            <b>{name}</b>
            <span>{palette[name]}</span>
          </div>
        ))}
      </div>
      <table className="c-table">
        <tbody>
          {textPairs.map((pair) => (
            <Ratio key={pair.join()} palette={palette} pair={pair} least={7} />
          ))}
          {partPairs.map((pair) => (
            <Ratio key={pair.join()} palette={palette} pair={pair} least={3} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
