import { panels, pxPerMmOf } from './look.ts';
import { openGallery } from './shoot.ts';
import { parseView } from './view-args.ts';
import { everyView } from './views.ts';

const gallery = await openGallery();
for (const spec of process.argv.slice(2)) {
  const flags = spec.split(',').filter(Boolean);
  const view = parseView(flags);
  const panel = flags.includes('--landscape') ? 'landscape' : flags.includes('--square') ? 'square' : 'portrait';
  const { page } = await gallery.open(everyView[0], { ...view, size: panels[panel] });
  const out = await page.evaluate(
    async ([names, px]) => {
      const rows = [];
      for (const name of names) {
        const t0 = performance.now();
        await window.show(name);
        const f = window.measure(px);
        const { clipped, overlapping, small, tiny, pale, scrolls } = f;
        rows.push({
          name,
          type: document.documentElement.style.getPropertyValue('--type'),
          fit: document.documentElement.dataset.fit,
          flaws: [
            ...clipped.map((x) => 'C ' + x),
            ...overlapping.map((x) => 'O ' + x),
            ...small.map((x) => 'S ' + x),
            ...tiny.map((x) => 'T ' + x),
            ...pale.map((x) => 'P ' + x),
            ...(scrolls ? ['scrolls'] : []),
          ],
        });
      }
      return rows;
    },
    [everyView, pxPerMmOf(panel)] as const,
  );
  const bad = out.filter((r) => r.flaws.length > 0);
  const hist = {};
  for (const r of out) {
    const k = Number(r.type).toFixed(2) + '/' + r.fit;
    hist[k] = (hist[k] ?? 0) + 1;
  }
  console.log('=== ' + spec + ': ' + bad.length + ' of ' + out.length + ' flawed; type/level: ' + JSON.stringify(hist));
  if (!process.env.QUIET)
    for (const r of bad.slice(0, 14))
      console.log('  ' + r.name + ' ' + r.type + '/' + r.fit + ': ' + r.flaws.slice(0, 3).join(' ; '));
  if (process.env.LOW)
    console.log(
      '   low: ' +
        out
          .filter((r) => Number(r.type) < 1.2)
          .map((r) => r.name + ' ' + Number(r.type).toFixed(2) + '/' + r.fit)
          .join(', '),
    );
}
await gallery.close();
