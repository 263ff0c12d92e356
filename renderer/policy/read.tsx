import type { ReactNode } from 'react';
import type { PolicyBlock, PolicyReading } from '../../common/contracts/session/policy.ts';
import type { ServicePrint } from '../../common/contracts/session/services/print.ts';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Key, MainKey } from '../components/keys.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { printKeys } from '../services/print-keys.ts';
import { Rows } from '../services/rows.tsx';
import { langOf, sheetKeys, validWords } from './words.ts';

interface ReadProps {
  readonly view: PolicyReading;
  readonly print: ServicePrint;
  readonly foot: ReactNode;
}

/** One sheet of a page; the last one says where all of it comes from and how long it holds. */
export function Read({ view, print, foot }: ReadProps): ReactNode {
  const t = useText();
  const { title, heading, blocks } = view.sheets[langOf(useLocale())];
  return (
    <Frame
      edge="mid"
      strip={title}
      tabs={print.state === 'printed' ? <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab> : undefined}
      below={
        <>
          <div className="aux keys">
            {sheetKeys(view).map(({ words, to, digit }) => (
              <Key key={digit} act={{ kind: 'openPolicy', to: to ?? view.at }} off={to === null} digit={digit}>
                {t(words)}
              </Key>
            ))}
          </div>
          <Paper print={print} foot={foot} />
        </>
      }
    >
      <p className="i2 policy-count">{t('policy.sheetOf', { sheet: view.sheet, of: view.of })}</p>
      {heading === null ? (
        <h1 className="t3 b">{t('policy.origin')}</h1>
      ) : (
        <h1 className="t3 b" data-frame="bureau">
          {heading}
        </h1>
      )}
      {heading === null ? <Origin view={view} /> : <Blocks blocks={blocks} />}
      {view.illustrative ? <p className="b gap1">{t('policy.sample')}</p> : null}
    </Frame>
  );
}

/** The key that prints the whole page; once the slip is out its tab stands where the foot would be. */
function Paper({ print, foot }: Pick<ReadProps, 'print' | 'foot'>): ReactNode {
  const t = useText();
  if (print.state === 'off') return foot;
  if (print.state === 'printed') {
    return (
      <MainKey act={{ kind: 'back' }} sign="back">
        {t('foot.back')}
      </MainKey>
    );
  }
  const { words, off } = printKeys[print.state];
  return (
    <>
      <MainKey act={{ kind: 'printService' }} off={off}>
        {t(words)}
      </MainKey>
      {foot}
    </>
  );
}

/** Paragraphs and items, as text and nothing else; a bureau's words, not the terminal's own. */
function Blocks({ blocks }: { readonly blocks: readonly PolicyBlock[] }): ReactNode {
  return blocks.map(({ kind, spans }) => {
    const text = spans.map((span) => span.text).join('');
    return (
      <p key={text} data-frame="bureau" className={kind === 'item' ? 't2 policy-text policy-item' : 't2 policy-text'}>
        {spans.map((span) =>
          span.bold ? <b key={span.text}>{span.text}</b> : <span key={span.text}>{span.text}</span>,
        )}
      </p>
    );
  });
}

/** Where it comes from, where and how long it holds, and when somebody last looked. */
function Origin({ view }: { readonly view: PolicyReading }): ReactNode {
  const t = useText();
  const { place, source } = view.sheets[langOf(useLocale())];
  const valid = validWords(view);
  return (
    <>
      <p className="i2 gap1">{t('policy.source')}</p>
      <p className="t2 policy-text" data-frame="bureau" data-policy="source">
        {source}
      </p>
      <Rows
        rows={[
          { name: t('policy.place'), value: place ?? t('policy.country'), mark: 'place' },
          { name: t('policy.valid'), value: t(valid.key, valid.values), mark: 'valid' },
          { name: t('policy.checked'), value: view.checked, mark: 'checked' },
        ]}
      />
    </>
  );
}
