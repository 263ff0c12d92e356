import type { ReactNode } from 'react';
import { type Look, queryOf, type ViewQuery } from '../look.ts';
import type { Turn } from './screens.tsx';

interface ChoicesProps {
  readonly look: Look;
  readonly turn: Turn;
}

interface Row {
  readonly name: string;
  readonly options: readonly { readonly label: string; readonly on: boolean; readonly address: string }[];
}

/** The looks that the page can be seen in, each a link: the address says all. */
export function Choices({ look, turn }: ChoicesProps): ReactNode {
  const at = (change: ViewQuery, to: Turn = turn): string => {
    const { lang, keypad, look: now } = look;
    const view = { lang, keypad, ...change, look: { ...now, ...change.look } };
    return `?${queryOf('', view).replace(/^f=&/, '')}&turn=${to}`;
  };
  const { theme = 'standard', textSize = 'normal', reach = false, calm = false } = look.look;
  const option = (label: string, on: boolean, address: string) => ({ label, on, address });
  const rows: readonly Row[] = [
    {
      name: 'theme',
      options: (['standard', 'elder', 'contrast'] as const).map((each) =>
        option(each, each === theme, at({ look: { theme: each } })),
      ),
    },
    {
      name: 'text',
      options: (['normal', 'large', 'largest'] as const).map((each) =>
        option(each, each === textSize, at({ look: { textSize: each } })),
      ),
    },
    {
      name: 'language',
      options: (['zh-CN', 'en', 'pseudo'] as const).map((each) => option(each, each === look.lang, at({ lang: each }))),
    },
    {
      name: 'panel',
      options: (['portrait', 'landscape'] as const).map((each) => option(each, each === turn, at({}, each))),
    },
    {
      name: 'also',
      options: [
        option('keys low', reach, at({ look: { reach: !reach } })),
        option('keypad', look.keypad, at({ keypad: !look.keypad })),
        option('still', calm, at({ look: { calm: !calm } })),
      ],
    },
  ];
  return (
    <nav className="c-choices">
      {rows.map(({ name, options }) => (
        <div key={name}>
          <b>{name}</b>
          {options.map(({ label, on, address }) => (
            <a key={label} href={address} aria-current={on ? 'true' : undefined}>
              {label}
            </a>
          ))}
        </div>
      ))}
      <div>
        {['colours', 'sizes', 'touched', 'printed', 'screens'].map((id) => (
          <a key={id} href={`#${id}`}>
            {id}
          </a>
        ))}
      </div>
    </nav>
  );
}
