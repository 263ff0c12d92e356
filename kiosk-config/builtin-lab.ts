import { join, resolve } from 'node:path';
import { type SiteProfile, siteProfileSchema } from './schema.ts';

/**
 * The profile with which `minka` runs where none is given: the PC/SC service of this machine, whichever reader holds
 * a card, no printer, no pad. Centre, HIS and operator stand on loopback and need not answer, nor do their CA and
 * token files have to exist: reading a card works without them. `stateDir` takes database, key and sockets.
 */
export function builtinLabProfile(stateDir: string): SiteProfile {
  const dir = resolve(stateDir);
  const server = (name: string, port: number) => ({
    url: `https://127.0.0.1:${port}`,
    caFile: join(dir, 'tls', 'ca.pem'),
    tokenFile: join(dir, 'secrets', `${name}-token`),
  });
  const { tokenFile, ...centre } = server('xtif', 8443);
  return siteProfileSchema.parse({
    schema: 1,
    mode: 'lab',
    site: {
      title: '民卡演示终端',
      institutionCode: 'H99010100017',
      institutionName: '示例医院',
      division: '990101',
      authority: '示例医疗保障局',
      terminalSlot: 0,
      terminalLabel: 'LAB-00',
      operatorNumber: 'minka',
      operatorName: '民卡终端',
      helpWindow: '2',
      cashierWindow: '3',
      hotline: '12393',
    },
    devices: { cardReader: { reader: null }, pinPad: null, printer: null },
    centre: { ...centre, transport: 'x-tif', xtif: { paasId: 'minka-lab', tokenFile } },
    his: server('his', 8444),
    operator: server('operator', 8445),
    paths: { data: join(dir, 'data'), run: join(dir, 'run'), keyFile: join(dir, 'database.key') },
  });
}
