import { expect, it } from 'vitest';
import { serviceNames } from '../../common/contracts/session/services/answer.ts';
import { fixtures } from '../fixtures/index.ts';
import { everyView, fullestViews } from './views.ts';

const screenOf = (view: string) => fixtures[view.split('+')[0] ?? view]?.screen ?? expect.fail(view);

it('the fullest screens are among all, and have each kind of screen and each service', () => {
  const all: readonly string[] = everyView;
  expect(fullestViews.filter((view) => !all.includes(view))).toEqual([]);
  const kinds = new Set(Object.values(fixtures).map(({ screen }) => screen.kind));
  const shown = fullestViews.map(screenOf);
  expect(new Set(shown.map(({ kind }) => kind))).toEqual(kinds);
  const services = shown.flatMap((screen) => (screen.kind === 'service' ? [screen.answer.service] : []));
  expect(new Set(services)).toEqual(new Set(serviceNames));
});
