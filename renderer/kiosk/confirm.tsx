import { type ReactNode, useState } from 'react';
import { Amount, type AmountKind } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { Due, MoneyBar } from '../components/money.tsx';
import { layersOf } from '../components/money-shares.ts';
import { confirmWords } from '../keypad/resident-offers.ts';
import { dueWhere } from '../text/due-where.ts';
import { dayText } from '../text/times.ts';
import { Say, type ScreenOf, useKiosk, useLocale, useText } from './context.tsx';
import { Detail } from './detail.tsx';
import { LayerLine } from './layer-line.tsx';

/** Shall I pay this? The key repeats the amount that it moves. */
export function Confirm({ screen }: { readonly screen: ScreenOf<'confirm'> }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { snapshot } = useKiosk();
  const [open, setOpen] = useState(false);
  const { split, person, visit } = screen;
  if (open) return <Detail screen={screen} onClose={() => setOpen(false)} />;
  const kinds: readonly AmountKind[] = [
    'total',
    'funds',
    ...(split.hospital > 0 ? (['hospital'] as const) : []),
    'account',
  ];
  // A sixth row, where the hospital bears a part, takes its room from the band.
  const dense = split.hospital > 0;
  const layered = layersOf(split).length > 0;
  const rows = [
    { name: t('confirm.who'), value: <b>{person.name}</b> },
    {
      name: t('confirm.visit'),
      value: (
        <b className="two-lines" data-frame="his">
          {dayText(locale, visit.at, snapshot.at)} {visit.department}
        </b>
      ),
    },
    ...kinds.map((kind) => ({
      name: t(`money.${kind}`),
      value: (
        <>
          <span className="sp" />
          <Amount fen={split[kind]} kind={kind} />
        </>
      ),
    })),
  ];
  const { key, moved } = confirmWords(screen);
  const where = dueWhere(screen);
  return (
    <Frame
      edge="mid"
      steps={{ now: 3 }}
      below={
        <>
          <div className="aux">
            <div className="row">
              <div>
                {where === null ? null : <p className="t2 b">{t(where, { window: snapshot.site.cashierWindow })}</p>}
                <p>{t('confirm.time')}</p>
              </div>
              <span className="sp" />
              <div className="account-key">
                <Key act={() => setOpen(true)} digit={1}>
                  {t('detail.open')}
                </Key>
              </div>
            </div>
          </div>
          <MainKey act={{ kind: 'confirm', cash: split.cash }}>
            <Say k={key} amount={<Amount fen={moved} />} />
          </MainKey>
          <Foot back={{ kind: 'back' }} />
        </>
      }
    >
      <h1 className="t4 b nw">{t('confirm.title')}</h1>
      <div className={dense ? 'list t2 facts dense' : 'list t2 gap1 facts'}>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <span className="i2 fact-name">{name}</span>
            {value}
          </div>
        ))}
      </div>
      <div className="gap1">
        <MoneyBar split={split} slim />
        {dense ? null : <LayerLine split={split} />}
      </div>
      <Due split={split} size={dense ? 'low' : layered ? 'mid' : 'tall'} />
    </Frame>
  );
}
