import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  cliSimDockSchema,
  cliSimDoneSchema,
  cliSimLedgersSchema,
  cliSimPaperSchema,
  cliSimPeopleSchema,
  cliSimStatusSchema,
} from '../../common/contracts/cli/sim.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { dockErrors, dockRemedies } from '../../common/strings/dock/errors.ts';
import type { Sentence } from '../../common/strings/sentence.ts';
import { simErrors, simRemedies } from '../../common/strings/sim.ts';
import type { Done } from '../commands/done.ts';
import { type Language, languageOf, say } from '../text.ts';
import { parseSim, type SimAsked } from './arguments.ts';
import { findLab, type LabClient, type SimFailure } from './lab-client.ts';
import { ledgersText, peopleText, saySim, statusText, usageText } from './texts.ts';

export interface SimCli {
  /** What follows `sim`. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

const messages: Readonly<Record<SimFailure['code'], Sentence>> = { ...dockErrors, ...simErrors };
const remedies: Readonly<Record<SimFailure['code'], Sentence>> = { ...dockRemedies, ...simRemedies };

async function lookAtPaper(lab: LabClient, file: string | null): Promise<Result<Done, SimFailure>> {
  const state = await lab.state();
  if (!state.ok) return state;
  const { hangingMm, hangingCuts: cuts, moving } = state.value.printer;
  let written: string | null = null;
  if (file !== null) {
    const png = await lab.paper();
    if (!png.ok) return png;
    if (png.value === null) return err({ code: 'DOCK_NO_PAPER_THERE', detail: null });
    written = resolve(file);
    try {
      writeFileSync(written, png.value, { mode: 0o600 });
    } catch (error) {
      return err({ code: 'SIM_FILE', detail: error instanceof Error ? error.message : written });
    }
  }
  const output = cliSimPaperSchema.parse({ hangingMm, cuts, moving, file: written });
  const text = (language: Language): string =>
    written === null
      ? saySim(language, 'paperHangs', { mm: hangingMm, n: cuts })
      : saySim(language, 'written', { file: written });
  return ok({ output, text });
}

async function perform(lab: LabClient, asked: SimAsked): Promise<Result<Done, SimFailure>> {
  if (asked.kind === 'do') {
    const done = await lab.run(asked.command);
    if (!done.ok) return done;
    return ok({ output: cliSimDoneSchema.parse({ done: true }), text: (language) => saySim(language, 'done') });
  }
  if (asked.kind === 'paper') return lookAtPaper(lab, asked.file);
  if (asked.kind === 'dock') {
    const link = await lab.link();
    if (!link.ok) return link;
    return ok({ output: cliSimDockSchema.parse({ url: link.value }), text: () => link.value });
  }
  const state = await lab.state();
  if (!state.ok) return state;
  const { people, ledgers } = state.value;
  if (asked.kind === 'people')
    return ok({ output: cliSimPeopleSchema.parse({ people }), text: (language) => peopleText(people, language) });
  if (asked.kind === 'ledgers')
    return ok({ output: cliSimLedgersSchema.parse(ledgers), text: (language) => ledgersText(ledgers, language) });
  return ok({ output: cliSimStatusSchema.parse(state.value), text: (language) => statusText(state.value, language) });
}

/** `minka sim …`: the dock's hands from a shell. Answers the exit code: 0 done, 1 not done, 2 wrong usage. */
export async function runSim(cli: SimCli): Promise<number> {
  const language = languageOf(cli.env);
  if (cli.args.length === 0 || cli.args.includes('--help') || cli.args.includes('-h')) {
    cli.out(`${usageText('zh')}\n\n${usageText('en')}\n`);
    return cli.args.length === 0 ? 2 : 0;
  }
  const parsed = parseSim(cli.args);
  if (!parsed.ok) {
    cli.note(`minka: ${say(language, 'wrongUsage', { what: parsed.error })}\n`);
    return 2;
  }
  const { asked, json } = parsed.value;
  const lab = findLab(cli.env);
  const outcome = lab.ok ? await perform(lab.value, asked) : lab;
  if (outcome.ok) {
    cli.out(json ? `${JSON.stringify(outcome.value.output)}\n` : `${outcome.value.text(language)}\n`);
    return 0;
  }
  const { code, detail } = outcome.error;
  const message = `${messages[code][language]}${detail === null ? '' : ` (${detail})`}`;
  const remedy = remedies[code][language];
  if (json) cli.out(`${JSON.stringify({ error: { code, message, remedy } })}\n`);
  else cli.note(`minka: ${code}: ${message}\n${say(language, 'remedy', { what: remedy })}\n`);
  return 1;
}
