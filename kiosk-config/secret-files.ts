import type { SiteProfile } from './schema.ts';

/** A file that the profile names: its place there, and the file itself. */
export interface NamedFile {
  readonly path: string;
  readonly file: string;
}

/** Nothing where there is no such file. */
function named(path: string, file: string | null | undefined): readonly NamedFile[] {
  return file === null || file === undefined ? [] : [{ path, file }];
}

/** Every file that holds a secret of this site: each must be there, not empty, and nobody else's to read. */
export function secretFiles(profile: SiteProfile): readonly NamedFile[] {
  const { centre, his, operator, benefits, cashier, identity, mode, paths } = profile;
  return [
    ...named('centre.xtif.tokenFile', centre.xtif?.tokenFile),
    ...named('centre.singleUrl.apiKeyFile', centre.singleUrl?.apiKeyFile),
    ...named('centre.csb.secretFile', centre.csb?.secretFile),
    ...named('centre.sm.keyFile', centre.sm?.keyFile),
    ...named('centre.sm.proofKeyFile', centre.sm?.proofKeyFile),
    ...named('his.tokenFile', his.tokenFile),
    ...named('operator.tokenFile', operator.tokenFile),
    ...named('benefits.tokenFile', benefits?.tokenFile),
    ...named('cashier.tokenFile', cashier?.tokenFile),
    ...named('identity.keyFile', identity?.keyFile),
    ...named('paths.keyFile', mode === 'lab' ? paths.keyFile : undefined),
  ];
}

/** Every file with a certificate in it: the authorities that are believed, and our own. */
export function certificateFiles(profile: SiteProfile): readonly NamedFile[] {
  const { centre, his, operator, benefits, cashier, identity } = profile;
  return [
    ...named('centre.caFile', centre.caFile),
    ...named('his.caFile', his.caFile),
    ...named('operator.caFile', operator.caFile),
    ...named('benefits.caFile', benefits?.caFile),
    ...named('cashier.caFile', cashier?.caFile),
    ...named('identity.certFile', identity?.certFile),
  ];
}
