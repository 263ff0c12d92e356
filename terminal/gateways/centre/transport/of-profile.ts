import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import type { SiteProfile } from '../../../../kiosk-config/schema.ts';
import { csbTransport } from './csb.ts';
import { type SingleUrlAccess, singleUrlTransport } from './single-url.ts';
import { smTransport } from './sm-envelope.ts';
import type { SmEnvelope, SmProof } from './sm-keys.ts';
import type { TransportProfile } from './transport.ts';
import { type XTifKeys, xTifTransport } from './x-tif.ts';

/** What of the profile says how messages travel. */
export type TransportSettings = Pick<
  SiteProfile['centre'],
  'transport' | 'xtif' | 'singleUrl' | 'csb' | 'sm' | 'paths'
>;

/** The text of a secret's file without its line end; null where it cannot be read or is empty. */
export type ReadSecret = (file: string) => string | null;

/**
 * The transport that the site profile names, with its keys from their files. CONFIG_MISSING where a file cannot be read,
 * CONFIG_INVALID where it holds no key of its kind: nothing is then sent, and nothing in the clear instead.
 */
export function transportOf(
  settings: TransportSettings,
  read: ReadSecret,
): Result<TransportProfile, 'CONFIG_MISSING' | 'CONFIG_INVALID'> {
  const base = familyOf(settings, read);
  if (base === null) return err('CONFIG_MISSING');
  if (settings.sm === null) return ok(base);
  const sm = smOf(settings.sm, read);
  return sm.ok ? ok(smTransport(base, sm.value)) : sm;
}

function familyOf(settings: TransportSettings, read: ReadSecret): TransportProfile | null {
  const { transport, singleUrl, csb } = settings;
  switch (transport) {
    case 'x-tif': {
      const keys = xTifKeysOf(settings, read);
      return keys === null ? null : xTifTransport(keys, settings.paths);
    }
    case 'single-url': {
      const access = singleUrl === null ? null : accessOf(settings, singleUrl, read);
      return singleUrl === null || access === null ? null : singleUrlTransport(singleUrl.path, access);
    }
    case 'csb': {
      const secret = csb === null ? null : read(csb.secretFile);
      return csb === null || secret === null ? null : csbTransport({ ...csb, secret });
    }
  }
}

function xTifKeysOf({ xtif }: TransportSettings, read: ReadSecret): XTifKeys | null {
  const token = xtif === null ? null : read(xtif.tokenFile);
  return xtif === null || token === null ? null : { paasId: xtif.paasId, token };
}

function accessOf(
  settings: TransportSettings,
  { access, apiKeyFile }: NonNullable<TransportSettings['singleUrl']>,
  read: ReadSecret,
): SingleUrlAccess | null {
  if (access === 'none') return { kind: 'none' };
  if (access === 'apikey') {
    const key = apiKeyFile === null ? null : read(apiKeyFile);
    return key === null ? null : { kind: 'apikey', key };
  }
  const keys = xTifKeysOf(settings, read);
  return keys === null ? null : { kind: 'x-tif', keys };
}

const HEX = { sm4: /^[0-9a-f]{32}$/, privateKey: /^[0-9a-f]{64}$/, publicKey: /^04[0-9a-f]{128}$/ } as const;
/** A secret for HMAC that is shorter than its hash is easier to guess than to break. */
const SHORTEST_SECRET = 16;

function smOf(
  sm: NonNullable<TransportSettings['sm']>,
  read: ReadSecret,
): Result<SmEnvelope, 'CONFIG_MISSING' | 'CONFIG_INVALID'> {
  const [key, proofKey] = [read(sm.keyFile)?.toLowerCase(), read(sm.proofKeyFile)];
  const centreKey = sm.centreKeyFile === null ? '' : read(sm.centreKeyFile)?.toLowerCase();
  if (key === undefined || proofKey === null || centreKey === undefined) return err('CONFIG_MISSING');
  const proof: SmProof =
    sm.proof === 'SM2'
      ? { type: 'SM2', privateKey: proofKey.toLowerCase(), centreKey }
      : { type: 'SM3', secret: Buffer.from(proofKey, 'utf8') };
  const proofFits =
    proof.type === 'SM2'
      ? HEX.privateKey.test(proof.privateKey) && HEX.publicKey.test(proof.centreKey)
      : proof.secret.length >= SHORTEST_SECRET;
  return HEX.sm4.test(key) && proofFits ? ok({ key, proof, place: sm.place }) : err('CONFIG_INVALID');
}
