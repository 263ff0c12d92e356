import type { ReactNode } from 'react';
import { fen } from '../../../common/kernel/money.ts';
import { Amount } from '../../components/amount.tsx';
import { Due, MoneyBar, Stair, Sums } from '../../components/money.tsx';
import { PayerGlyph } from '../../components/payer-glyph.tsx';
import { PrinterStops } from '../../components/scenes/paper-scenes.tsx';
import { TerminalAndCentre } from '../../components/scenes/place-scenes.tsx';
import { Sign, signNames } from '../../components/sign.tsx';
import { Steps } from '../../components/steps.tsx';
import { Gauge, YearChart } from '../../components/year-chart.tsx';
import { fixtures } from '../../fixtures/index.ts';
import { split, splitCashZero, splitFull } from '../../fixtures/parts.ts';
import { useText } from '../../kiosk/context.tsx';
import { WaitList } from '../../kiosk/wait-list.tsx';
import { Section, Specimen } from './specimen.tsx';

const glyphs = ['pool', 'solid', 'dot', 'hospital', 'account', 'cash'] as const;
const year = fixtures['medical']?.screen;

/** Money and facts: square, like everything that is printed. */
export function Printed(): ReactNode {
  const t = useText();
  return (
    <Section id="printed" title="What is read">
      <Specimen name="Amount, one on a screen">
        <Amount fen={fen(62_850)} size="t5" />
      </Specimen>
      <Specimen name="Amount, in a row">
        <span className="t2">
          <Amount fen={fen(3679)} />
        </span>
      </Specimen>
      <Specimen name="PayerGlyph">
        <div className="row">
          {glyphs.map((pattern) => (
            <PayerGlyph key={pattern} pattern={pattern} />
          ))}
        </div>
      </Specimen>
      <Specimen name="MoneyBar and Stair" wide>
        <MoneyBar split={split} />
        <Stair split={split} />
      </Specimen>
      <Specimen name="MoneyBar and Stair, all payers" wide>
        <MoneyBar split={splitFull} slim />
        <Stair split={splitFull} dense />
      </Specimen>
      <Specimen name="Band, due" wide>
        <Due split={split} />
      </Specimen>
      <Specimen name="Band, nothing due" wide>
        <Due split={splitCashZero} />
      </Specimen>
      <Specimen name="Sums" wide>
        <Sums split={splitFull} />
      </Specimen>
      <Specimen name="Steps" wide>
        <Steps now={2} />
      </Specimen>
      <Specimen name="Steps, unknown" wide>
        <Steps now={3} unknown />
      </Specimen>
      <Specimen name="WaitList" wide>
        <WaitList
          now={1}
          seconds={4}
          rows={[t('working.list.recorded'), t('working.list.centre'), t('working.list.printing')]}
        />
      </Specimen>
      <Specimen name="Gauge" wide>
        <Gauge label={t('benefits.deductible')} used={fen(7048)} of={fen(30_000)} />
      </Specimen>
      {year?.kind === 'service' && year.answer.service === 'medical' ? (
        <Specimen name="YearChart" wide>
          <YearChart label={t('benefits.byMonth')} months={year.answer.months} />
        </Specimen>
      ) : null}
      <Specimen name="Sign" wide>
        <div className="c-signs">
          {signNames.map((name) => (
            <span key={name}>
              <Sign name={name} size={17} />
              <small>{name}</small>
            </span>
          ))}
        </div>
      </Specimen>
      <Specimen name="Scene: on its way" wide>
        <TerminalAndCentre way={0.6} house="scene.centre" />
      </Specimen>
      <Specimen name="Scene: no paper" wide>
        <PrinterStops trouble="paper" />
      </Specimen>
    </Section>
  );
}
