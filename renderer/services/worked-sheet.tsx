import type { ReactNode } from 'react';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Paid } from '../../common/contracts/session/services/shared.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { type Fact, plainText } from './facts.ts';
import { PaidSheet } from './paid-sheet.tsx';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';
import { type Summary, WORKED_SHEETS, type Worked, type WorkedService } from './worked.ts';

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const t = useText();
  const locale = useLocale();
  if (facts.length === 0) return null;
  return (
    <Rows
      rows={facts.map(({ name, value, minor = false, mark }) => ({
        name: t(name),
        value: 'fen' in value ? <Amount fen={value.fen} /> : plainText({ say: t, locale }, value),
        minor,
        mark,
      }))}
    />
  );
}

/** Where do I stand, and what do I get? */
function Now({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useText();
  const { title, big, facts, notes, illustrative } = summary;
  return (
    <>
      <h1 className="t3 b">{t(title.words, title.values)}</h1>
      {big === null ? null : (
        <>
          <p className="t2 i2 gap1">{t(big.name)}</p>
          <p className="t4 b" data-service="big">
            <Amount fen={big.fen} />
          </p>
        </>
      )}
      <Facts facts={facts} />
      {notes.map(({ words, values }) => (
        // With a figure it is the rule's own word, as the centre has it.
        <p key={words} className="i2 gap1" data-frame={values === undefined ? undefined : 'centre'}>
          {t(words, values)}
        </p>
      ))}
      {illustrative ? <p className="b gap1">{t('service.illustrative')}</p> : null}
    </>
  );
}

/** How is this sum worked out? */
function Part({ part: { name, fen, formula, terms } }: { readonly part: Worked }): ReactNode {
  const t = useText();
  return (
    <>
      <h1 className="t3 b">{t(name)}</h1>
      <p className="t4 b" data-service="part">
        <Amount fen={fen} />
      </p>
      <p className="t2 gap1 formula" role="math">
        {t(formula)}
      </p>
      <Facts facts={terms} />
    </>
  );
}

/** The drawing of a service whose sums can be worked out again. */
export function workedSheet<A extends ServiceAnswer & { readonly payments: readonly Paid[] }>({
  summaryOf,
  workedOf,
}: WorkedService<A>): SheetView<A> {
  return ({ answer, place: { sheet, page } }) => {
    if (sheet === WORKED_SHEETS.payments) return <PaidSheet payments={answer.payments} page={page} />;
    const part = sheet === WORKED_SHEETS.worked ? workedOf(answer)[page] : undefined;
    return part === undefined ? <Now summary={summaryOf(answer)} /> : <Part part={part} />;
  };
}
