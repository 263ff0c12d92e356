import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvisioningFile } from '../../../bin/testing/site-bench.ts';
import { cliSelftestSchema } from '../../../common/contracts/cli/selftest.ts';
import { type LabChild, startChild } from '../../../simulator/lab/children.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';
import { minka, type Ran } from '../../commissioning/testing/minka.ts';
import { CODE, INSTITUTION, siteOfLab } from '../../commissioning/testing/site-of-lab.ts';

/** The servers and devices of a lab without a terminal, and what a technician does before them. */
export class Site {
  readonly lab: Lab;
  readonly into: string;
  readonly file: ProvisioningFile;
  private codes = 0;
  private constructor(lab: Lab, into: string, file: ProvisioningFile) {
    this.lab = lab;
    this.into = into;
    this.file = file;
  }

  static async of(lab: Lab, place: readonly string[]): Promise<Site> {
    await lab.shell.stop();
    // The run folder is the lab's, so that whoever asks its terminal asks this one.
    const folder = (name: string): string => join(lab.dir, name);
    const paths = { data: folder('site-data'), run: folder('run'), keyFile: folder('site-key') };
    const file = await siteOfLab(lab, paths);
    Object.assign(file.profile['site'] as object, { place });
    return new Site(lab, folder('site'), file);
  }

  get profileFile(): string {
    return join(this.into, 'profile.json');
  }

  /** `minka provision`, with a one-time code that the operator has just handed out; `change` doctors the file. */
  async provisions(
    into = this.into,
    change: (profile: ProvisioningFile['profile']) => void = () => undefined,
  ): Promise<Ran> {
    const code = `${CODE.slice(0, 14)}${2 + this.codes}${'ABCDEFGH'[this.codes++]}`;
    await this.lab.admin('POST', '/admin/enrolment-codes', { code, institutionCode: INSTITUTION, minutes: 10 });
    const file = structuredClone(this.file);
    change(file.profile);
    const path = join(this.lab.dir, `site-${this.codes}.json`);
    writeFileSync(path, JSON.stringify(file), { mode: 0o600 });
    return minka(['provision', path, '--into', into, '--code', code]);
  }

  /** `minka config check` of the profile that stands there. */
  checks(): Promise<Ran> {
    return minka(['config', 'check', this.profileFile]);
  }

  /** `minka selftest`: which of its looks are bad, each with its code and remedy. */
  async tests() {
    const { checks } = cliSelftestSchema.parse((await minka(['selftest', '--profile', this.profileFile])).json);
    return checks.filter(({ ok }) => !ok).map(({ id, code, remedy }) => ({ id, code, remedy }));
  }

  /** `minka staff import` of the list that came with the file. */
  imports(): Promise<Ran> {
    return minka(['staff', 'import', join(this.into, 'staff.json'), '--profile', this.profileFile]);
  }

  edits(change: (profile: Record<string, Record<string, unknown>>) => void): void {
    const profile = JSON.parse(readFileSync(this.profileFile, 'utf8')) as Record<string, Record<string, unknown>>;
    change(profile);
    writeFileSync(this.profileFile, JSON.stringify(profile));
  }

  /** Whom the operator knows by which slot, and where that terminal says it stands. */
  async slots(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return ((await this.lab.admin('GET', '/admin/slots')) as { slots: Record<string, unknown>[] }).slots;
  }

  retires(terminalSlot: number): Promise<unknown> {
    return this.lab.admin('POST', '/admin/slots/free', { institutionCode: INSTITUTION, terminalSlot });
  }

  /** Starts the terminal of the profile; the lab as whoever sits down at it has it, and the terminal. */
  async starts(): Promise<readonly [Lab, LabChild]> {
    const shell = await startChild('shell/main.ts', ['--profile', this.profileFile], 20_000);
    const startPage = async (): Promise<string> => {
      shell.send({ cmd: 'startPage' });
      return `file://${String((await shell.nextLine(5000))['startPage'])}`;
    };
    return [{ ...this.lab, shell, startPage }, shell];
  }
}
