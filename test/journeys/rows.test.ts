import { describe, expect, it } from 'vitest';
import { allPassed, type Report, reportSchema, rowsOf, servicesPage, tally } from './rows.ts';
import { SERVICE_ROWS } from './services.ts';

const spec = (title: string, status = 'expected', screens: readonly string[] = []) => ({
  title,
  ok: status !== 'unexpected',
  tests: [{ status, annotations: screens.map((description) => ({ type: 'screen', description })) }],
});
const report: Report = reportSchema.parse({
  suites: [
    {
      specs: [spec('[S8] pension', 'expected', ['home', 'service']), spec('[S8] again', 'flaky', ['home'])],
      suites: [{ specs: [spec('[S10] [S14] benefit', 'expected', ['service'])] }],
    },
  ],
});

describe('the rows of the services', () => {
  it('are named at the beginning of a title', () => {
    expect(rowsOf('[S10] [S14] the benefit of [S8]')).toEqual(['S10', 'S14']);
    expect(rowsOf('a settlement [S1]')).toEqual([]);
  });

  it('count tests, those that passed at once, and the screens they saw', () => {
    const rows = tally(report);
    expect(rows['S8']).toEqual({ tests: 2, passed: 1, screens: 2 });
    expect(rows['S10']).toEqual(rows['S14']);
    expect(rows['S14']).toEqual({ tests: 1, passed: 1, screens: 1 });
  });

  it('say why there is no journey, and miss one that should have been there', () => {
    const rows = tally(report);
    expect(rows['S16']).toMatchObject({ tests: 0, passed: 0, screens: 0, note: expect.stringContaining('reconcile') });
    expect(rows['S9']).toMatchObject({ note: 'no journey was run' });
    expect(allPassed(rows)).toBe(false);
    expect(allPassed({ S8: { tests: 2, passed: 1, screens: 1 } })).toBe(false);
    expect(
      allPassed({ S8: { tests: 2, passed: 2, screens: 1 }, S16: { tests: 0, passed: 0, screens: 0, note: 'x' } }),
    ).toBe(true);
  });

  it('are all on the page, S1 to S23', () => {
    expect(SERVICE_ROWS.map(({ id }) => id)).toEqual(Array.from({ length: 23 }, (_, index) => `S${index + 1}`));
    const page = servicesPage(tally(report));
    expect(page).toContain(
      '| S8 | Benefit queries by insurance: pension with its estimate, medical, unemployment, injury, maternity | 1 of 2 | 2 |',
    );
    for (const { id } of SERVICE_ROWS) expect(page).toContain(`| ${id} |`);
  });
});
