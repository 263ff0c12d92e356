/** `npm run package`: the Debian package for the Chromium shell, and the Electron one where its runtime is there. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDeb } from './package/deb.ts';
import { packageElectron } from './package/electron.ts';
import { sourceDateEpoch } from './package/epoch.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, json: { type: 'boolean' } } });
const out = resolve(values.out ?? 'out/package');
const report = await buildDeb(out, sourceDateEpoch());
const electron = await packageElectron(out);
if (values.json) console.log(JSON.stringify({ ok: electron.ok, ...report, electron }));
else {
  console.log(
    `${report.deb}\n  ${(report.bytes / 1e6).toFixed(1)} MB, SHA-256 ${report.sha256}\n  ${report.sbom}\n  ${report.commission}`,
  );
  console.log(electron.words);
}
process.exit(electron.ok ? 0 : 1);
