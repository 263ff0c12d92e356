import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Signs terminals' keys. Each start of the reference operator has an authority of its own: it counts for the lab only. */
export interface TerminalAuthority {
  /** A certificate for this public key (PEM). `institution` and `slot` are its subject. Null: not a key. */
  issue(publicKey: string, subject: { readonly institution: string; readonly slot: number }): string | null;
}

const DAYS = '730';
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Made at the first certificate that is asked for; `openssl` does the signing. */
export function createTerminalAuthority(): TerminalAuthority {
  let own: { readonly key: string; readonly certificate: string } | null = null;

  const inFolder = <T>(work: (at: (name: string) => string) => T): T => {
    const dir = mkdtempSync(join(tmpdir(), 'minka-authority-'));
    try {
      return work((name) => join(dir, name));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  };
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { stdio: 'ignore' });

  const authority = () => {
    own ??= inFolder((at) => {
      const subject = ['-subj', '/CN=Minka lab terminals', '-days', '3650'];
      openssl('req', '-x509', ...EC, '-keyout', at('ca.key'), '-out', at('ca.pem'), ...subject);
      return { key: readFileSync(at('ca.key'), 'utf8'), certificate: readFileSync(at('ca.pem'), 'utf8') };
    });
    return own;
  };

  return {
    issue(publicKey, { institution, slot }) {
      const { key, certificate } = authority();
      return inFolder((at) => {
        for (const [name, text] of [
          ['ca.key', key],
          ['ca.pem', certificate],
          ['terminal.pub', publicKey],
        ] as const)
          writeFileSync(at(name), text, { mode: 0o600 });
        try {
          const subject = ['-subj', `/O=${institution}/CN=${slot}`, '-days', DAYS];
          const signer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key')];
          openssl(
            'x509',
            '-new',
            '-force_pubkey',
            at('terminal.pub'),
            ...subject,
            ...signer,
            '-out',
            at('terminal.pem'),
          );
          return readFileSync(at('terminal.pem'), 'utf8');
        } catch {
          return null;
        }
      });
    },
  };
}
