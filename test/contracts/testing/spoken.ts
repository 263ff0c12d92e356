import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CSB_ACCESS_KEY } from '../../../central/server/gate/access.ts';
import { CSB_PATH, SINGLE_URL_PATH } from '../../../central/server/gate/families.ts';
import { type GateSettings, gateSettings } from '../../../central/server/gate/switch.ts';
import { PAAS_ID } from '../../../central/server/xtif.ts';
import { centreSchema } from '../../../kiosk-config/centre.ts';
import { transportOf } from '../../../terminal/gateways/centre/transport/of-profile.ts';
import type { TransportProfile } from '../../../terminal/gateways/centre/transport/transport.ts';

/** Every form in which the reference centre is spoken to, by the words of its switch, and the profile that speaks it. */
export const SPOKEN = ['x-tif', 'single-url/apikey', 'csb', 'csb+sm2', 'x-tif+sm3-header'] as const;
export type Spoken = (typeof SPOKEN)[number];

const TOKEN = 'xtif-token-of-a-test';

/** What a site profile has under `centre` for these words; keys lie in `dir`, where the switch has put them. */
function centreOf(words: Spoken, dir: string): object {
  const at = (name: string): string => join(dir, name);
  const [family, sm] = words.split('+');
  const blocks = {
    'x-tif': { transport: 'x-tif', xtif: { paasId: PAAS_ID, tokenFile: at('xtif-token') } },
    'single-url/apikey': {
      transport: 'single-url',
      singleUrl: { path: SINGLE_URL_PATH, access: 'apikey', apiKeyFile: at('api-key') },
    },
    csb: {
      transport: 'csb',
      csb: { path: CSB_PATH, accessKey: CSB_ACCESS_KEY, secretFile: at('csb-secret'), apiName: 'hssServives' },
    },
  };
  const proofs = {
    sm2: { proof: 'SM2', proofKeyFile: at('sm2-institution-key'), centreKeyFile: at('sm2-centre-public') },
    sm3: { proof: 'SM3', proofKeyFile: at('sm3-secret') },
  };
  const place = words.endsWith('-header') ? 'header' : 'envelope';
  const proof =
    sm === undefined ? null : { ...proofs[sm.startsWith('sm2') ? 'sm2' : 'sm3'], place, keyFile: at('sm4-key') };
  return { ...blocks[family as keyof typeof blocks], sm: proof };
}

/** Both sides of one form: the switch of the centre, and the transport as the terminal's profile names it. */
export function bothSides(words: Spoken, dir: string): { gate: GateSettings; transport: TransportProfile } {
  writeFileSync(join(dir, 'xtif-token'), TOKEN);
  const gate = gateSettings(words, dir, TOKEN);
  if (gate === null) throw new Error(`the switch does not know ${words}`);
  const centre = centreSchema.parse({ url: 'https://127.0.0.1', caFile: 'ca', ...centreOf(words, dir) });
  const transport = transportOf(centre, (file) => readFileSync(file, 'utf8').trim());
  if (!transport.ok) throw new Error(transport.error);
  return { gate, transport: transport.value };
}
