import { z } from 'zod';

/** One city's levels of social-security offices from the top, and where that is said. */
const cityLevelsSchema = z.strictObject({
  city: z.string().min(2).max(12),
  levels: z.array(z.string().min(1).max(10)).min(3).max(4),
  kind: z.enum(['rule', 'inference', 'illustrative']),
  source: z.string().min(1),
});
type CityLevels = z.output<typeof cityLevelsSchema>;

const FOUR = ['市', '区县', '街道乡镇', '社区（村）'];

/** 市、区县、街道乡镇、社区（村）: three or four levels, as each city has them. A city is added by one row. */
export const cityLevels: readonly CityLevels[] = z.array(cityLevelsSchema).parse([
  { city: '北京市', levels: FOUR, kind: 'rule', source: '京政发〔2011〕51号' },
  { city: '上海市', levels: FOUR, kind: 'rule', source: 'Shanghai, 11th five-year plan for social security' },
  { city: '天津市', levels: FOUR, kind: 'rule', source: '津政发〔2004〕120号' },
  {
    city: '哈尔滨市',
    levels: ['市', '区县', '街道乡镇'],
    kind: 'inference',
    source: 'Harbin, 11th five-year plan: three levels for labour insurance; which three is our reading',
  },
  { city: '海川市', levels: FOUR, kind: 'illustrative', source: 'a city that does not exist' },
]);

/** The levels of a city, or null for one that is not listed. */
export function levelsOf(city: string): readonly string[] | null {
  return cityLevels.find((one) => one.city === city)?.levels ?? null;
}
