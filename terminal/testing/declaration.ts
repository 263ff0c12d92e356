import type { DeclarationView, Dues } from '../../common/contracts/session/services/declaration.ts';
import { fen } from '../../common/kernel/money.ts';

const dues: Dues = {
  lines: [
    { insurance: 'pension', fund: '', base: fen(252_100), percent: '20', amount: fen(50_420) },
    { insurance: 'medical', fund: '', base: fen(294_100), percent: '8', amount: fen(23_528) },
  ],
  total: fen(73_948),
};

/** A month that may be declared; nothing is chosen yet. */
export const toDeclare: DeclarationView = {
  ...{ service: 'declaration', city: '北京市', month: '2011-12', step: 'choose', because: null, refused: false },
  limits: { average: fen(420_100), since: '2011-04-01', floor: fen(168_000), ceiling: fen(1_260_300) },
  choices: [{ percent: '40', base: fen(168_000) }],
  ...{ draft: null, declared: null, illustrative: true, asOf: '2011-12-05 09:44:31' },
};

/** What a base costs, before it is declared. */
export const drafted: DeclarationView = {
  ...toDeclare,
  step: 'draft',
  draft: { base: fen(252_100), fits: 'fits', due: dues },
};

/** Declared a moment ago. */
export const declared: DeclarationView = {
  ...toDeclare,
  ...{ step: 'declared', choices: [] },
  declared: { number: 'SB201112000001', base: fen(252_100), on: '2011-12-05 09:44:31', now: true, ...dues },
};
