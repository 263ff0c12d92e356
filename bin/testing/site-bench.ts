import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Central, startCentral } from '../../central/server/start.ts';
import { SECRETS } from '../../central/server/testing/bench.ts';
import { callJson } from '../../simulator/lab/https-json.ts';
import { makeAuthority } from '../../terminal/gateways/testing/test-server.ts';

/** A reference centre with its operator, and provisioning files for terminals of its hospital: for tests only. */
export interface SiteBench {
  readonly central: Central;
  /** PEM of the authority that the servers' certificates come from. */
  readonly ca: string;
  /** A folder that goes with the bench. */
  folder(): string;
  /** One provisioning file; `change` may doctor it. */
  provisioning(change?: (file: ProvisioningFile) => void): string;
  /** A one-time code that the operator has handed out for this hospital. */
  code(minutes?: number): Promise<string>;
  admin(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface ProvisioningFile {
  provisioning: number;
  profile: Record<string, Record<string, unknown> | unknown>;
  files: Record<string, string>;
  enrol: { url: string; caFile: string; code: string | null } | null;
  staff?: object | null;
}

export const INSTITUTION = 'H99010100017';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
let codes = 0;

/** Codes that differ from one another; nobody has to guess them. */
function nextCode(): string {
  let rest = ++codes;
  return Array.from({ length: 16 }, () => {
    const letter = ALPHABET[rest % ALPHABET.length] ?? '2';
    rest = Math.floor(rest / ALPHABET.length);
    return letter;
  }).join('');
}

export async function startSiteBench(): Promise<SiteBench> {
  const tls = makeAuthority();
  const ports = { centre: 0, his: 0, operator: 0, admin: 0, benefits: 0 };
  const central = await startCentral({ dir: ':memory:', tls, secrets: SECRETS, ports, say: () => undefined });
  const root = mkdtempSync(join(tmpdir(), 'minka-site-'));
  let folders = 0;
  const folder = (): string => join(root, String(++folders));
  const admin: SiteBench['admin'] = (method, path, body) =>
    callJson(`${central.admin}${path}`, { method, ca: tls.ca, token: SECRETS.admin, body });

  const server = (url: string, name: string) => ({ url, caFile: 'tls/ca.pem', tokenFile: `secrets/${name}-token` });
  const provisioning: SiteBench['provisioning'] = (change = () => undefined) => {
    const kept = folder();
    const file: ProvisioningFile = {
      provisioning: 1,
      profile: {
        schema: 1,
        mode: 'lab',
        site: {
          title: '海川市社保卡',
          institutionCode: INSTITUTION,
          institutionName: '海川市第二人民医院',
          division: '990100',
          authority: '海川市医疗保障局',
          terminalSlot: 7,
          terminalLabel: 'HC-0103-07',
          operatorNumber: 'ZZ0007',
          operatorName: '自助机07',
          helpWindow: '2',
          cashierWindow: '3',
          hotline: '12393',
          place: ['海川市', '东山区', '中山街道'],
        },
        devices: { cardReader: { reader: null }, pinPad: null, printer: null },
        centre: {
          url: central.centre,
          caFile: 'tls/ca.pem',
          transport: 'x-tif',
          xtif: { paasId: 'minka-lab', tokenFile: 'secrets/xtif-token' },
        },
        his: server(central.his, 'his'),
        operator: server(central.operator, 'operator'),
        benefits: server(central.benefits, 'benefits'),
        cashier: server(central.cashier, 'cashier'),
        paths: { data: join(kept, 'data'), run: join(kept, 'run'), keyFile: join(kept, 'database-key') },
      },
      files: {
        'tls/ca.pem': tls.ca,
        'secrets/xtif-token': `${SECRETS.xtif}\n`,
        'secrets/his-token': `${SECRETS.his}\n`,
        'secrets/benefits-token': `${SECRETS.benefits}\n`,
        'secrets/cashier-token': `${SECRETS.cashier}\n`,
      },
      enrol: { url: central.operator, caFile: 'tls/ca.pem', code: null },
    };
    change(file);
    const path = `${kept}.json`;
    writeFileSync(path, JSON.stringify(file), { mode: 0o600 });
    return path;
  };

  return {
    ...{ central, ca: tls.ca, folder, admin, provisioning },
    async code(minutes = 60) {
      const code = nextCode();
      await admin('POST', '/admin/enrolment-codes', { code, institutionCode: INSTITUTION, minutes });
      return code;
    },
    async stop() {
      await central.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
