/** The first hanzi of each pinyin initial in the order of the dictionary; i, u and v begin no syllable. */
const FIRST = [
  ...['a阿', 'b八', 'c嚓', 'd哒', 'e妸', 'f发', 'g旮', 'h哈', 'j讥', 'k咔', 'l垃', 'm痳'],
  ...['n拏', 'o噢', 'p妑', 'q七', 'r呥', 's扨', 't它', 'w穵', 'x夕', 'y丫', 'z帀'],
].map((pair) => ({ letter: pair.slice(0, 1), hanzi: pair.slice(1) }));

const byPinyin = new Intl.Collator('zh-Hans-u-co-pinyin');
const HAN = /\p{Script=Han}/u;

/** 拼音码 of a name as hospitals keep it, "zp" for 周平; null where a character has no reading here. */
export function initialsOf(name: string): string | null {
  const letters = [...name.trim()].map((character) => {
    if (/[a-z]/i.test(character)) return character.toLowerCase();
    if (!HAN.test(character)) return null;
    return FIRST.findLast(({ hanzi }) => byPinyin.compare(hanzi, character) <= 0)?.letter ?? null;
  });
  const text = letters.slice(0, 10).join('');
  return letters.length === 0 || letters.includes(null) ? null : text;
}
