import { serve } from '../../../common/rpc/serve.ts';
import { dayAnswer, dayOf } from '../../fixtures/desk/day.ts';
import { dayLink, workerChannel } from './day-link.ts';

/** As many encounters as the page's address says. */
const day = dayOf(Number(new URLSearchParams(self.location.search).get('day')));

// As the terminal does: in a process of its own, asked in frames that are checked at both ends.
serve(workerChannel(self), dayLink, { day: (asked) => dayAnswer(day, asked) });
