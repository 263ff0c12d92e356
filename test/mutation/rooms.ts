/** One room of the mutation run: what is mutated in it, and the tests that its mutants must meet. */
export interface Room {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const settlement = (...names: string[]): string[] => names.map((name) => `terminal/settlement/${name}`);

/** What a preparation is made of: the person, the encounter, what is uploaded, and how it is given back. */
const PREPARATION = settlement(
  'centre-calls.ts',
  'form-inputs.ts',
  'giving-back.ts',
  'hold.ts',
  'identify.ts',
  'inputs.ts',
  'judge.ts',
  'maternity.ts',
  'network-identity.ts',
  'pre-settle.ts',
  'predecessor.ts',
  'preparation.ts',
  'results.ts',
  'undo.ts',
);
/** The core as its callers see it: its parts put together, in simulated worlds. */
const CORE = settlement('settlements.ts', 'outcomes.ts', 'parts.ts', 'prepare.ts');
const RULINGS = settlement('answers.ts', 'resolve.ts', 'verdict.ts', 'matter.ts');
const REFUNDS = settlement('refund/*.ts');
const STAYS = settlement('fee-lines.ts', 'stay/*.ts');
const REGISTRATIONS = settlement('registration/*.ts');
const not = (paths: readonly string[]): string[] => paths.map((path) => `!${path}`);

/**
 * A mutant meets the tests of its own room only. That is quick, and strict: what is noticed by another room's tests
 * alone counts as not noticed. Every file of `terminal/settlement` and `terminal/outbox` is in exactly one room.
 */
export const rooms: { readonly [name: string]: Room } = {
  money: { mutate: ['common/kernel/{money,decimal}.ts'], tests: ['common/kernel/{money,decimal}.test.ts'] },
  outbox: {
    mutate: ['terminal/outbox/{outbox,follow-up,pump,backoff,sink}.ts'],
    tests: ['terminal/outbox/{outbox,pump,pump-trouble,queue,queue-trouble,telling}.test.ts'],
  },
  sinks: {
    mutate: ['terminal/outbox/{sinks,ask-first}.ts'],
    tests: ['terminal/outbox/{sinks,asking,ask-first}.test.ts'],
  },
  preparation: {
    mutate: PREPARATION,
    tests: settlement(
      '{balance-changed,centre-calls{,-words},giving-back,giving-back-left,identify,inputs,judge,late-figures,maternity,network-identity,predecessor-answers,preparing,preparing-upload,results,undo}.test.ts',
    ),
  },
  moves: {
    mutate: ['terminal/settlement/*.ts', ...not([...PREPARATION, ...CORE, ...RULINGS, ...STAYS])],
    tests: settlement(
      '{fence-rounds,hedge,intent,life,moves,notices,print-jobs,pursuit,pursuit-answer,pursuit-verify,reducer,sighting,sound,stay/quote,transition{,-people},unseen-rows}.test.ts',
    ),
  },
  core: {
    mutate: CORE,
    tests: settlement(
      '{books,core,core-next-process,core-preparation,settlements,stands,told,unknown,unread,unseen}.test.ts',
    ),
  },
  rulings: {
    mutate: RULINGS,
    tests: settlement('{answers,foreign,matter,refund-gone,rulings{,-refund,-stands,-void}}.test.ts'),
  },
  refunds: { mutate: REFUNDS, tests: settlement('refund/{asked,beside,effects,moves,pursuit,reducer,ruling}.test.ts') },
  stays: {
    mutate: STAYS,
    tests: settlement(
      'stay/{admission-fence,fees,held,inputs,look,pre-settle,quote,reducer,stay,unwind,verbs,weather}.test.ts',
    ),
  },
  registrations: { mutate: REGISTRATIONS, tests: settlement('registration/{reducer,weather}.test.ts') },
};
