import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page looks at `blank.json`; when that changes, it takes its whole content away, and goes on running. */
const SCRIPT = `
const nth = () => fetch('/blank.json').then((answer) => answer.text(), () => null);
const first = await nth();
setInterval(async () => {
  const now = await nth();
  if (now !== null && now !== first) document.body.replaceChildren();
}, 100);
`;

/** Copies the built screens into `dir` with a way to empty the page; answers that way. */
export function blankablePage(dir: string): () => void {
  cpSync('dist/renderer', dir, { recursive: true });
  const index = join(dir, 'index.html');
  const html = readFileSync(index, 'utf8').replace('</head>', '<script type="module" src="/blank.js"></script></head>');
  writeFileSync(index, html);
  writeFileSync(join(dir, 'blank.js'), SCRIPT);
  let nth = 0;
  const write = (): void => writeFileSync(join(dir, 'blank.json'), `${nth}`);
  write();
  return () => {
    nth += 1;
    write();
  };
}
