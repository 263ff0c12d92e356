// The walls between the rooms (docs/architecture.md). Read with @swc/core, which must stand beside TypeScript 7:
// without it dependency-cruiser reads no .ts and passes everything; `npm run lint` counts the modules for that reason.

/** Suites may look into any room; `testing/` holds their helpers. */
const TESTS = '(\\.test|\\.device\\.test|\\.suite|\\.spec)\\.tsx?$|/testing/|^test/|^scripts/';
const OURS = '^(common|wire|drivers|terminal|renderer|electron|shell|kiosk-config|central|simulator|bin|test|scripts)/';

/** A room and what of ours it may import. */
function room(name, from, allowed) {
  return {
    name: `wall-${name}`,
    severity: 'error',
    comment: `${from} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
    from: { path: `^${from}/`, pathNot: TESTS },
    to: { path: OURS, pathNot: allowed.map((a) => `^${a}`) },
  };
}

function only(name, what, rooms) {
  return {
    name: `only-${name}`,
    severity: 'error',
    comment: `${what} only in ${rooms.join(', ')}`,
    from: { pathNot: [...rooms.map((r) => `^${r}`), TESTS] },
    to: { path: what },
  };
}

export default {
  forbidden: [
    room('kernel', 'common/kernel', ['common/kernel/']),
    room('strings', 'common/strings', ['common/strings/', 'common/contracts/failures\\.ts$']),
    room('rpc', 'common/rpc', ['common/rpc/', 'common/kernel/']),
    room('contracts', 'common/contracts', ['common/contracts/', 'common/kernel/', 'common/rpc/link\\.ts$']),
    room('supervisor', 'common/supervisor', ['common/supervisor/', 'common/kernel/']),
    room('wire', 'wire', ['wire/', 'common/']),
    room('drivers', 'drivers', ['drivers/', 'common/', 'wire/']),
    room('terminal', 'terminal', ['terminal/', 'common/', 'wire/', 'kiosk-config/']),
    room('renderer', 'renderer', ['renderer/', 'common/']),
    room('shell', 'shell', ['shell/', 'common/', 'wire/', 'kiosk-config/']),
    room('electron', 'electron', ['electron/', 'common/', 'kiosk-config/']),
    room('kiosk-config', 'kiosk-config', ['kiosk-config/', 'common/']),
    room('central', 'central', ['central/', 'common/']),
    room('simulator', 'simulator', ['simulator/', 'common/', 'wire/', 'drivers/[^/]+/emulator/']),
    room('bin', 'bin', ['bin/', 'common/', 'wire/', 'kiosk-config/']),
    {
      name: 'wall-clients',
      severity: 'error',
      comment: 'test/clients and test/readers stand for strangers: they import nothing of ours',
      from: { path: '^test/(clients|readers)/', pathNot: '\\.test\\.ts$' },
      to: { path: OURS, pathNot: '^test/(clients|readers)/' },
    },
    {
      name: 'pure-common',
      severity: 'error',
      comment: 'common is pure: no Node built-ins',
      from: { path: '^common/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-renderer',
      severity: 'error',
      comment: 'the renderer has no Node',
      from: { path: '^renderer/', pathNot: `${TESTS}|vite\\.[a-z.]*config|^renderer/gallery/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-no-packages',
      severity: 'error',
      comment: 'kernel and strings import nothing',
      from: { path: '^common/(kernel|strings)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    {
      name: 'contracts-packages',
      severity: 'error',
      comment: 'a contract is zod, and for documented HTTP APIs oRPC; nothing that runs',
      from: { path: '^common/contracts/', pathNot: TESTS },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|@orpc/contract)/' },
    },
    only('orpc', 'node_modules/@orpc/', ['common/contracts/(benefits|billing)/', 'central/server/']),
    only('pcsc', 'node_modules/koffi', ['drivers/card-reader/pcsc/']),
    only('serial', 'node_modules/serialport', ['drivers/serial/']),
    only('pdf', 'node_modules/(pdfkit|fontkit)/', ['terminal/certificates/pdf/']),
    only('sqlite', 'node_modules/better-sqlite3-multiple-ciphers', ['terminal/store/', 'central/']),
    only('https', '^(node:)?https$', ['terminal/gateways/', 'central/server/', 'simulator/', 'bin/']),
    {
      name: 'only-electron',
      severity: 'error',
      comment:
        "'electron' at run time only in electron/main/index.ts and the preload: elsewhere it would look for a runtime",
      from: { pathNot: ['^electron/main/index\\.ts$', '^electron/preload/', TESTS] },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'a cycle between files means that two ideas are one, or that one hides',
      from: {},
      to: { circular: true, viaOnly: { pathNot: 'node_modules' } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      // Build tools that only resolve for the bundler's own conditions are named here.
      comment: 'an import that leads nowhere',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(vite|@vitejs/plugin-react)(/|$)' },
    },
    {
      name: 'not-a-test',
      severity: 'error',
      comment: 'the product does not import its suites',
      from: { pathNot: TESTS },
      to: { path: '(\\.test|\\.device\\.test|\\.suite|\\.spec)\\.tsx?$|/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|\\.lab)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
