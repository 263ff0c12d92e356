import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { Home, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import type { CardHolder, Insured } from '../ports.ts';

/** Whose card is in: the generation of the card session, what the screen may show, and the holder, wrapped. */
export interface Visitor {
  readonly generation: number;
  readonly person: MaskedPerson;
  readonly holder: Pii<CardHolder>;
}

/** An unpaid encounter, and whether an earlier settlement of it is still unknown. */
export interface Choice {
  readonly encounter: HisEncounter;
  readonly blocked: boolean;
}

/** What centre and HIS said about the visitor. */
export interface Found {
  readonly insured: Insured;
  readonly choices: readonly Choice[];
}

/** What is asked of the benefits server: the services that there are, or a part of one of them. */
export type Asked =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'service';
      readonly home: Home;
      readonly service: ServiceName;
      readonly part: string | null;
      /** What stands until the part has come; null where the service is only just opened. */
      readonly before: ServiceAnswer | null;
      /** Not a question: something is done, for which the PIN was just given. */
      readonly act?: ServiceAct;
    };

/** How the slip of a result screen fares. `op` names the print job's effect. */
export interface Print {
  readonly op: number | null;
  readonly state:
    | 'queued'
    | 'printing'
    | 'waitingForPaper'
    | 'waitingForCover'
    | 'printed'
    | 'notPrinted'
    | 'unknown'
    | 'none';
  readonly failure: FailureCode | null;
}
