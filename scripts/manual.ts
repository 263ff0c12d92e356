import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openGallery } from '../renderer/gallery/shoot.ts';
import { codesPage } from '../test/manual/codes-page.ts';
import { drawn } from '../test/manual/draw.ts';
import { languages, pictures } from '../test/manual/pictures.ts';
import { fewColours } from '../test/manual/pixels.ts';
import { encodePng } from '../test/manual/png.ts';

/**
 * `npm run manual`: the pictures and the tables of codes of docs/manual, drawn from this version. What no list names any
 * more is removed. Look at every picture before you commit it.
 */

const FOLDER = 'docs/manual/pictures';
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

mkdirSync(FOLDER, { recursive: true });
for (const language of languages) writeFileSync(`docs/manual/codes.${language}.md`, codesPage(language));
const gallery = await openGallery();
let bytes = 0;
try {
  for (const picture of pictures) {
    const png = encodePng(fewColours(await drawn(picture, gallery)));
    writeFileSync(`${FOLDER}/${picture.name}.png`, png);
    bytes += png.length;
  }
} finally {
  await gallery.close();
}
const kept = new Set(pictures.map(({ name }) => `${name}.png`));
for (const file of readdirSync(FOLDER)) if (!kept.has(file)) rmSync(`${FOLDER}/${file}`);
console.log(
  values.json
    ? JSON.stringify({ pictures: pictures.length, bytes })
    : `${pictures.length} pictures, ${Math.round(bytes / 1000)} kB, in ${FOLDER}`,
);
