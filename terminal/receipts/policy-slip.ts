import type { PolicyBlock } from '../../common/contracts/session/policy.ts';
import type { SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { labMark, paperOf, type SlipSite } from './paper.ts';

/** S13: a whole policy page on paper, with where it comes from and how long it holds. Nothing on it is about a person. */
export function policySlip(site: SlipSite, page: PolicyPage): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const { title, place, source, sheets } = site.locale === 'en' ? page.en : page.zh;
  const { validFrom, validUntil, checkedOn, illustrative } = page;
  const valid =
    validUntil === null
      ? say('policySince', { from: validFrom })
      : say('policyFromTo', { from: validFrom, until: validUntil });
  return {
    kind: 'policy',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: title },
      { kind: 'line', text: place ?? say('policyCountry'), align: 'centre' },
      { kind: 'rule', style: 'solid' },
      ...sheets.flatMap(({ heading, blocks }): readonly SlipBlock[] => [
        { kind: 'line', text: heading, bold: true },
        ...blocks.map(lineOf),
        { kind: 'space' },
      ]),
      { kind: 'rule', style: 'solid' },
      ...(illustrative ? [{ kind: 'line', text: say('slipIllustrative'), bold: true } as const] : []),
      { kind: 'fact', label: say('policySource'), value: source },
      { kind: 'fact', label: say('policyValid'), value: valid },
      { kind: 'fact', label: say('policyChecked'), value: checkedOn },
      { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
      { kind: 'line', text: say('policyNote', { hotline: site.hotline }) },
      ...labMark(paper),
    ],
  };
}

/** A paragraph, or an item with its dot; the printer has one weight a line. */
function lineOf({ kind, spans }: PolicyBlock): SlipBlock {
  const text = spans.map((span) => span.text).join('');
  return { kind: 'line', text: kind === 'item' ? `· ${text}` : text };
}
