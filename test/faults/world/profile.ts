import { PAAS_ID } from '../../../central/server/xtif.ts';
import { DIVISION, INSTITUTION, OPERATOR } from '../../../central/testing/people.ts';
import { type SiteProfile, siteProfileSchema } from '../../../kiosk-config/schema.ts';
import type { Setting } from '../plan/plan.ts';

/** No file of these is ever read: the gateways are handed their network. */
const server = (port: number) => ({ url: `https://127.0.0.1:${port}`, caFile: '/none', tokenFile: '/none' });

/** The site of a schedule; defaults are production's own. */
export function siteProfile(setting: Setting, terminal: number, clientsFile: string | null = null): SiteProfile {
  const { pin, printer, accountInsideFunds, queryNeedsSetlId, reverses } = setting;
  const key = [terminal, pin, printer, accountInsideFunds, queryNeedsSetlId, reverses, clientsFile].join();
  const known = profiles.get(key) ?? makeProfile(setting, terminal, clientsFile);
  profiles.set(key, known);
  return known;
}

const profiles = new Map<string, SiteProfile>();

function makeProfile(setting: Setting, terminal: number, clientsFile: string | null): SiteProfile {
  const { tokenFile, ...centre } = server(1);
  return siteProfileSchema.parse({
    schema: 1,
    mode: 'lab',
    site: {
      title: '海川市社保卡',
      institutionCode: INSTITUTION,
      institutionName: '海川市测试医院',
      division: DIVISION,
      authority: '海川市医疗保障局',
      terminalSlot: 7 + terminal,
      terminalLabel: `HC-0${7 + terminal}`,
      operatorNumber: OPERATOR,
      operatorName: '自助终端',
      helpWindow: '2',
      cashierWindow: '3',
      hotline: '12393',
    },
    devices: {
      cardReader: {},
      pinPad: setting.pin ? { path: '/none', model: 'minka-lab' } : null,
      printer: setting.printer ? { path: '/none', model: 'generic-80' } : null,
    },
    centre: {
      ...centre,
      transport: 'x-tif',
      xtif: { paasId: PAAS_ID, tokenFile },
      accountInsideFunds: setting.accountInsideFunds,
      settlementQueryNeedsSetlId: setting.queryNeedsSetlId,
    },
    his: server(2),
    operator: server(3),
    hisApi: clientsFile === null ? null : { clientsFile },
    policy: { pinBeforeAccount: setting.pin, foundAfterSession: setting.reverses ? 'reverse' : 'keep' },
    paths: { data: '/none', run: '/none' },
  });
}
