import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authority } from '../../terminal/gateways/testing/test-server.ts';

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
/** As an authority of one's own is set up for `openssl ca`, which alone can sign for a time that is over. */
const CONF = [
  '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p',
  'x509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=IP:127.0.0.1\n',
].join('\n');

/** An authority that is in force, a server certificate from it that was over in January 2020, and one that is good. */
export function expiredAuthority(): Authority & { readonly renewed: string } {
  const dir = mkdtempSync(join(tmpdir(), 'minka-expired-'));
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
  const sign = (out: string, from: string, to: string): void => {
    const files = ['-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', 'server.csr', '-out', out, '-notext'];
    openssl('ca', '-batch', '-config', 'conf', ...files, '-startdate', from, '-enddate', to);
  };
  try {
    openssl('req', '-x509', ...EC, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=a');
    openssl('req', ...EC, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=s');
    writeFileSync(join(dir, 'index.txt'), '');
    writeFileSync(join(dir, 'index.txt.attr'), 'unique_subject = no\n');
    writeFileSync(join(dir, 'serial'), '01\n');
    writeFileSync(join(dir, 'conf'), CONF);
    sign('server.pem', '20200101000000Z', '20200102000000Z');
    sign('renewed.pem', '20200101000000Z', '20990101000000Z');
    return { ca: read('ca.pem'), cert: read('server.pem'), key: read('server.key'), renewed: read('renewed.pem') };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
