import type { ReactNode } from 'react';
import type { DeskCourse } from '../../../common/contracts/desk/stay.ts';
import { useSay } from '../context.tsx';
import type { Say } from '../text.ts';

const DOUBTFUL: ReadonlySet<DeskCourse['state']> = new Set(['admitting', 'discharging', 'returning', 'cancelling']);

function linesWords(say: Say, { state, lines }: DeskCourse): readonly (string | null)[] {
  if (state === 'none' || state === 'admitting') return [];
  if (lines.doubtful) return [say('desk.stay.there.doubtful')];
  const there =
    lines.there === 0
      ? say('desk.stay.there.noLines')
      : say('desk.stay.there.lines', { count: lines.there, date: lines.through ?? '–' });
  return [
    there,
    // What the hospital has changed is cleared first, and comes again with what is missing.
    lines.missing === 0 || lines.other > 0 ? null : say('desk.stay.there.missing', { count: lines.missing }),
    lines.other === 0 ? null : say('desk.stay.there.other', { count: lines.other }),
  ];
}

/** What the centre has of it, in a few words each; nothing where nothing is to be said. */
function wordsOf(say: Say, course: DeskCourse): readonly (string | null)[] {
  const { state, admittedOn, dischargedOn, changed } = course;
  const out =
    state === 'discharged'
      ? say('desk.stay.there.discharged', { date: dischargedOn ?? '–' })
      : state === 'admitted'
        ? null
        : DOUBTFUL.has(state) || state === 'none'
          ? say(`desk.stay.there.${state}`)
          : null;
  const from = admittedOn === null ? null : say('desk.stay.there.admitted', { date: admittedOn });
  return [from, ...linesWords(say, course), changed ? say('desk.stay.there.changed') : null, out];
}

/** How far a stay is at the centre: under the hospital's word on it, and beside it by the same days. */
export function CourseLine({ course }: { readonly course: DeskCourse }): ReactNode {
  const say = useSay();
  const doubtful = DOUBTFUL.has(course.state) || (course.state !== 'none' && course.lines.doubtful);
  return (
    <div className="visit-line course" data-course={course.state}>
      <b className={doubtful ? 'tag doubtful' : 'tag'}>{say('desk.stay.there')}</b>
      {wordsOf(say, course).map((each) => (each === null ? null : <b key={each}>{each}</b>))}
    </div>
  );
}
