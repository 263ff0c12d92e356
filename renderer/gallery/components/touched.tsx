import type { ReactNode } from 'react';
import { EdgeTab } from '../../components/edge-tab.tsx';
import { Choice, Foot, Key, MainKey, ToolKey } from '../../components/keys.tsx';
import { useText } from '../../kiosk/context.tsx';
import { Section, Specimen } from './specimen.tsx';

const nothing = (): void => undefined;
const states = ['rest', 'pressed', 'focus', 'off'] as const;

/** The attribute by which the style sheets know a state; a finger or the keypad sets it on a real key. */
const attribute = {
  rest: {},
  pressed: { 'data-pressed': true },
  focus: { 'data-focus-visible': true },
  off: { 'data-disabled': true },
} as const;

/** A key frozen in a state. */
function Frozen({ look, state, children }: FrozenProps): ReactNode {
  return (
    <button type="button" className={look} {...attribute[state]}>
      {children}
    </button>
  );
}

interface FrozenProps {
  readonly look: string;
  readonly state: (typeof states)[number];
  readonly children: ReactNode;
}

/** What is touched: round, with a hard lower edge that sinks. */
export function Touched(): ReactNode {
  const t = useText();
  return (
    <Section id="touched" title="What is touched">
      {states.map((state) => (
        <Specimen key={state} name={`MainKey, ${state}`}>
          <Frozen look="key main" state={state}>
            {t('split.next')}
          </Frozen>
        </Specimen>
      ))}
      {states.map((state) => (
        <Specimen key={state} name={`Key, ${state}`}>
          <Frozen look="key plain" state={state}>
            {t(state === 'off' ? 'lines.first' : 'visit.lines')}
          </Frozen>
        </Specimen>
      ))}
      {states.map((state) => (
        <Specimen key={state} name={`Choice, ${state}`}>
          <Frozen look="choice" state={state}>
            <span className="num">1</span>
            <span className="words">
              <span className="w">{t('who.home')}</span>
              <span className="s">{t(state === 'off' ? 'who.blocked' : 'who.homeSub')}</span>
            </span>
          </Frozen>
        </Specimen>
      ))}
      <Specimen name="MainKey with signs">
        <MainKey act={nothing} sign="retry">
          {t('notPaid.retry')}
        </MainKey>
      </Specimen>
      <Specimen name="Key with its digit">
        <Key act={nothing} sign="list" digit={1}>
          {t('visit.lines')}
        </Key>
      </Specimen>
      <Specimen name="Choice, flagged">
        <Choice
          number={1}
          words={t('insertCard.step3')}
          small={<span className="flag">{t('who.one')}</span>}
          act={nothing}
          sign="bill"
        />
      </Specimen>
      <Specimen name="ToolKey">
        <ToolKey act={nothing} digit={0}>
          {t('frame.settings')}
        </ToolKey>
      </Specimen>
      <Specimen name="Foot" wide>
        <Foot back={nothing} />
      </Specimen>
      <Specimen name="EdgeTab, now">
        <EdgeTab slot="card">{t('tab.card')}</EdgeTab>
      </Specimen>
      <Specimen name="EdgeTab, next">
        <EdgeTab slot="paper" next>
          {t('tab.paper')}
        </EdgeTab>
      </Specimen>
    </Section>
  );
}
