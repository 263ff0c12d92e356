import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkpointFileSchema, type KeptCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import { openLifeline } from '../assemble/arguments.ts';
import { inspectDatabase } from './inspect.ts';

/**
 * `verify-main.ts --profile FILE --database FILE [--against FILE]`: verifies the audit chain of a database that no
 * terminal has open. The first line on stdin hands over the key, as the shell does for a terminal. One JSON object on
 * stdout: `{report}` or `{error: {code}}`; exit 0 where the chain is sound, 1 where not, 2 on wrong usage.
 */
function say(answer: object, code: number): never {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  process.exit(code);
}

function options() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { profile: text, database: text, against: text } }).values;
  } catch {
    return {};
  }
}

function witnesses(file: string | undefined): readonly KeptCheckpoint[] | null {
  if (file === undefined) return [];
  try {
    return checkpointFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).checkpoints;
  } catch {
    return null;
  }
}

const { profile: profileFile, database, against } = options();
if (profileFile === undefined || database === undefined) {
  process.stderr.write('usage: verify-main --profile FILE --database FILE [--against FILE]\n');
  process.exit(2);
}
const lifeline = openLifeline(process.stdin);
lifeline.onEnd(() => process.exit(1));
const key = await lifeline.databaseKey;
if (key === null) say({ error: { code: 'AUDIT_KEY' } }, 1);
const loaded = loadProfile(profileFile);
if (!loaded.ok) say({ error: { code: 'CONFIG_INVALID' } }, 1);
const checkpoints = witnesses(against);
if (checkpoints === null) say({ error: { code: 'AUDIT_WITNESS' } }, 1);
const inspected = await inspectDatabase(database, key, loaded.value.profile.site, checkpoints);
if (!inspected.ok) say({ error: { code: inspected.error } }, 1);
say({ report: inspected.value }, inspected.value.ok ? 0 : 1);
