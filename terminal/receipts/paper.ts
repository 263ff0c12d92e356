import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { groupCheckCode } from '../../common/kernel/check-code.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { type Say, type SlipLocale, sayer } from './say.ts';

/** What every slip of this terminal says of where it was printed. */
export interface SlipSite {
  readonly mode: 'lab' | 'production';
  readonly locale: SlipLocale;
  readonly institutionCode: string;
  readonly institutionName: string;
  /** 就医地医保区划. */
  readonly division: string;
  readonly authority: string;
  readonly terminalLabel: string;
  /** Where it stands, from the city downwards (S17). */
  readonly place?: readonly string[] | null;
  readonly helpWindow: string;
  readonly cashierWindow: string;
  readonly hotline: string;
}

/** A site with its voice. */
export interface Paper {
  readonly site: SlipSite;
  readonly say: Say;
}

export function paperOf(site: SlipSite): Paper {
  return { site, say: sayer(site.locale) };
}

/** "505.31元": the upper block says its unit, the official block does not. */
export function withUnit(say: Say, amount: Fen): string {
  return say('yuan', { amount: formatFen(amount) });
}

/** 演示·无效 at both ends of whatever a lab prints. */
export function labMark({ site, say }: Paper): readonly SlipBlock[] {
  return site.mode === 'lab' ? [{ kind: 'inverse', text: say('inverseLab') }] : [];
}

/** Who asked for a copy by hand: staff id, and when, epoch ms. */
export interface CopyAsked {
  readonly by: string;
  readonly at: number;
}

/** 补打 n: at the top, with the words that it is nothing new; a copy by hand also says by whom and when. */
export function copyMark({ say }: Paper, copy: number, asked: CopyAsked | null = null): readonly SlipBlock[] {
  if (copy === 0) return [];
  return [
    { kind: 'inverse', text: say('inverseCopy', { copy: String(copy) }), size: 'double' },
    { kind: 'line', text: say('copyNote'), align: 'centre', bold: true },
    ...(asked === null
      ? []
      : [
          {
            kind: 'line',
            text: say('copyBy', { by: asked.by, at: formatDateTime(asked.at) }),
            align: 'centre',
          } as const,
        ]),
  ];
}

/** Who: masked, as the screen had it. */
export function personFacts({ say }: Paper, person: MaskedPerson): readonly SlipBlock[] {
  const sex = person.sex === 'male' || person.sex === 'female' ? `　${say(person.sex)}` : '';
  return [
    { kind: 'fact', label: say('name'), value: `${person.name}${sex}` },
    { kind: 'fact', label: say('number'), value: person.number },
  ];
}

/** What the QR holds: kind, version, institution and check code; nothing of the person. */
export function codeData(site: SlipSite, checkCode: string): string {
  return `minka:1:${site.institutionCode}:${checkCode}`;
}

/** "7K3F-92QD" and "M6XA-4T81": a check code as two lines. */
export function codeLines(checkCode: string): readonly string[] {
  const grouped = groupCheckCode(checkCode);
  return [grouped.slice(0, 9), grouped.slice(10)].filter((line) => line !== '');
}
