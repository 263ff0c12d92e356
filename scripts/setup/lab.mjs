import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { capture, say } from './process.mjs';

const DIR = '.lab/tls';

/** Days before today from which the certificate is good, so that the lab's clocks can be put back and forth. */
const BACK_DAYS = 310;
const DAYS = String(BACK_DAYS + 490);

async function openssl(...args) {
  const { code, stderr } = await capture('faketime', [`${BACK_DAYS} days ago`, 'openssl', ...args]);
  if (code !== 0) throw new Error(`openssl ${args[0]} failed: ${stderr.trim().split('\n').pop()}`);
}

function stillGood() {
  try {
    const { validFrom, validTo } = new X509Certificate(readFileSync(`${DIR}/server.pem`));
    const daysTo = (text) => (Date.parse(text) - Date.now()) / 86_400_000;
    return (
      daysTo(validTo) > 307 &&
      daysTo(validFrom) < -307 &&
      existsSync(`${DIR}/ca.pem`) &&
      existsSync(`${DIR}/server.key`)
    );
  } catch {
    return false;
  }
}

/**
 * The lab's certificate authority and the server certificate of the reference servers (127.0.0.1, localhost).
 * The authority's key is thrown away at once: nothing else can ever be signed with it.
 */
export async function makeLab() {
  if (stillGood()) return;
  say('making the lab certificate authority');
  mkdirSync(DIR, { recursive: true, mode: 0o700 });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const caKey = `${DIR}/ca.key.tmp`;
  await openssl(
    'req',
    '-x509',
    ...ec,
    '-keyout',
    caKey,
    '-out',
    `${DIR}/ca.pem`,
    '-days',
    DAYS,
    '-subj',
    '/CN=Minka lab authority',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  );
  await openssl(
    'req',
    ...ec,
    '-keyout',
    `${DIR}/server.key`,
    '-out',
    `${DIR}/server.csr`,
    '-subj',
    '/CN=Minka lab reference servers',
  );
  writeFileSync(
    `${DIR}/server.ext`,
    'subjectAltName=IP:127.0.0.1,DNS:localhost\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n',
  );
  await openssl(
    'x509',
    '-req',
    '-in',
    `${DIR}/server.csr`,
    '-CA',
    `${DIR}/ca.pem`,
    '-CAkey',
    caKey,
    '-CAcreateserial',
    '-out',
    `${DIR}/server.pem`,
    '-days',
    DAYS,
    '-extfile',
    `${DIR}/server.ext`,
  );
  for (const file of ['ca.key.tmp', 'server.csr', 'server.ext', 'ca.srl']) rmSync(`${DIR}/${file}`, { force: true });
}
