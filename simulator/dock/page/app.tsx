import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { DockAnswer, DockCommandInput } from '../../../common/contracts/dock/commands.ts';
import { dockErrors, dockRemedies } from '../../../common/strings/dock/errors.ts';
import { CardRoom } from './card-room.tsx';
import { nextStep } from './guide.ts';
import { LedgerRoom } from './ledger-room.tsx';
import { act, useDockState } from './link.ts';
import { PadRoom } from './pad-room.tsx';
import { PaperRoom } from './paper-room.tsx';
import { ActContext } from './parts.tsx';
import { TroubleRoom } from './trouble-room.tsx';
import { type Language, LanguageContext, useWords } from './words.ts';

const KEPT = 'minka-dock-language';
const firstLanguage = (): Language =>
  (localStorage.getItem(KEPT) ?? navigator.language).startsWith('zh') ? 'zh' : 'en';

function Trouble({ answer }: { readonly answer: DockAnswer | null }): ReactNode {
  const words = useWords();
  return (
    <div role="alert" className="alert">
      {answer === null || answer.ok ? null : (
        <p data-error={answer.error.code}>
          <b>{words.tell(dockErrors[answer.error.code])}。</b> {words.tell(dockRemedies[answer.error.code])}
          {answer.error.detail === null ? null : <small> {answer.error.detail}</small>}
        </p>
      )}
    </div>
  );
}

function Dock({ onLanguage }: { readonly onLanguage: () => void }): ReactNode {
  const words = useWords();
  const { state, live } = useDockState();
  const [answer, setAnswer] = useState<DockAnswer | null>(null);
  const perform = useCallback(async (command: DockCommandInput) => {
    const next = await act(command);
    setAnswer(next);
    return next.ok;
  }, []);
  const step = state === null ? null : nextStep(state);
  return (
    <ActContext value={perform}>
      <header className="top">
        <h1>
          <b lang="zh">民卡</b> {words.say('title')} <small>{words.say('subtitle')}</small>
        </h1>
        <p className="note">{words.say('madeUp')}</p>
        <button type="button" className="key quiet" onClick={onLanguage} data-do="language">
          {words.say('otherLanguage')}
        </button>
      </header>
      <main>
        <div className="guide" role="status">
          {!live ? (
            <p data-next="lost">{words.say('lost')}</p>
          ) : state === null || step === null ? (
            <p>{words.say('loading')}</p>
          ) : state.caption !== null && !state.gone ? (
            <p data-next="caption">{words.tell(state.caption)}</p>
          ) : (
            <p data-next={step.key}>
              <b>{words.say('nextLabel')}</b> {words.say(step.key, { pin: step.pin })}
            </p>
          )}
        </div>
        <Trouble answer={answer} />
        {state === null ? null : (
          <div className="rooms">
            <CardRoom state={state} />
            <PadRoom state={state} />
            <PaperRoom state={state} />
            <TroubleRoom state={state} />
            <LedgerRoom state={state} />
          </div>
        )}
      </main>
    </ActContext>
  );
}

export function App(): ReactNode {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = language === 'zh' ? '民卡 演示台' : 'Minka dock';
    localStorage.setItem(KEPT, language);
  }, [language]);
  return (
    <LanguageContext value={language}>
      <Dock onLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')} />
    </LanguageContext>
  );
}
