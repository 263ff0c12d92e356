import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { CentreCalls } from '../settlement/centre-calls.ts';
import type { Store } from '../store/store.ts';
import { type CodeRow, type CodeType, codeTypes } from './defaults.ts';

export interface RefreshDeps {
  readonly store: Pick<Store, 'transaction' | 'codeTables'>;
  readonly calls: Pick<CentreCalls, 'signIn' | 'ask'>;
  readonly clock: Clock;
  readonly audit: Audit;
  /** 就医地医保区划, whose edition is asked for. */
  readonly division: string;
}

/** The centre's tables, asked for by 1901. */
export interface CodeRefresh {
  /** The days on which tables are still to be asked for: today, until every one was. */
  due(): readonly string[];
  /** Asks for each table that was not asked for today. False where the centre was silent: to be tried again. */
  run(): Promise<boolean>;
}

/** 有效 values only. */
const VALID = '1';

/**
 * Once a day, table by table. A table that the centre does not know (it answers nothing, or refuses) stays as it is and
 * counts as asked for; one that it tells takes the place of ours whole, in one transaction.
 */
export function createCodeRefresh({ store, calls, clock, audit, division }: RefreshDeps): CodeRefresh {
  const today = (): string => formatDate(clock.now());
  const missing = (): readonly CodeType[] => codeTypes.filter((type) => store.codeTables.askedOn(type) !== today());

  const ask = async (type: CodeType): Promise<readonly CodeRow[] | null> => {
    const data = { type, parentValue: '', admdvs: division, date: today(), valiFlag: VALID };
    const asked = await calls.ask('1901', { visitId: null, insuplcAdmdvs: null }, { data });
    if (!asked.ok || asked.value.kind === 'refused') return [];
    if (asked.value.kind !== 'ok') return null;
    const rows = asked.value.output.list.filter((row) => (row.valiFlag ?? VALID) === VALID);
    return rows.map(({ value, label }) => ({ value, label }));
  };

  return {
    due: () => (missing().length === 0 ? [] : [today()]),
    async run() {
      const due = missing();
      if (due.length === 0) return true;
      if (!(await calls.signIn()).ok) return false;
      let told = 0;
      for (const type of due) {
        const rows = await ask(type);
        if (rows === null) return false;
        if (rows.length > 0) told += 1;
        store.transaction(() => store.codeTables.keep(type, rows, today()));
      }
      audit('codes.fetched', { asked: due.length, told });
      return true;
    },
  };
}
