import { loadPeople, type People } from '../../../central/people/answers/find.ts';
import type { Career } from '../../../central/people/career.ts';
import { careerBirthDate } from '../../../central/people/pension-status.ts';
import { careerCardId } from '../../../central/people/seeds.ts';
import { formatDate } from '../../../common/kernel/dates.ts';
import type { DrawnVisit } from '../../../simulator/lab/draw.ts';
import type { Scene } from '../../e2e/fixtures.ts';

/** No group of services has more pages. */
const PAGES = 4;

/** Somebody of the reference centre with a whole working life, and the card for it. */
export interface CareerPerson {
  readonly career: Career;
  readonly people: People;
  readonly card: Pick<DrawnVisit, 'persona' | 'pin'>;
}

/** The person of a file in `central/people/careers`; the card is the one that the centre has for it. */
export function careerPerson(name: string): CareerPerson {
  const people = loadPeople();
  const career = people.careers.get(name);
  if (career === undefined) throw new Error(`no career ${name}`);
  const pin = '246813';
  return {
    career,
    people,
    card: {
      pin,
      persona: {
        label: name,
        holder: {
          specVersion: '2.00',
          cardId: careerCardId(career),
          cardNumber: career.cardNumber,
          issuedOn: '20190601',
          expiresOn: '20991231',
          socialSecurityNumber: career.identityNumber,
          name: career.name,
          sex: career.retires === 'men' ? '1' : '2',
          nation: '01',
          birthPlace: '990101',
          birthDate: careerBirthDate(career).replaceAll('-', ''),
        },
        pin: { digits: pin, tries: 6 },
      },
    },
  };
}

/** With the card in and the PIN typed, to the services. `putIn`: where the card is put in otherwise than as it is. */
export async function toHome(
  { person, lab }: Scene,
  { card }: CareerPerson,
  putIn: () => Promise<unknown> = () => person.insertCard(card),
): Promise<void> {
  await lab.admin('POST', '/admin/careers', { month: formatDate(Date.now()).slice(0, 7) });
  await person.comeToTheKiosk();
  await putIn();
  await person.typePin(card.pin);
  await person.sees('nothingUnpaid');
  await person.press('openHome');
  await person.sees('home');
}

/** From the home page to a service, by the words of its key; it may stand in one of the groups, on any of its pages. */
export async function choose({ person, page }: Scene, words: string): Promise<void> {
  const key = page.locator('[data-key="openService"]', { hasText: words });
  const views = page.locator('.choices [data-key="view"]');
  // After a service its own group stands open.
  if (!(await key.isVisible())) await backToGroups(page);
  const groups = await views.count();
  for (let group = 0; group < groups && !(await key.isVisible()); group++) {
    await views.nth(group).click();
    // Within a group the one key that opens no service turns its pages, round and round.
    for (let turned = 0; turned < PAGES && !(await key.isVisible()) && (await views.count()) > 0; turned++) {
      await views.last().click();
    }
    if (!(await key.isVisible())) await backToGroups(page);
  }
  await key.click();
  await person.sees('service');
  person.seen.add(`service ${words}`);
}

async function backToGroups(page: Scene['page']): Promise<void> {
  const question = page.getByText('想看哪一样？');
  for (let back = 0; back <= PAGES && (await question.count()) === 0; back++) {
    await page.locator('[data-pad="yellow"]').click();
  }
}
