// What the npm scripts do: their arguments, what must be set up first, and the file that the pinned Node runs.

const wholeNumber = (text) => /^\d{1,15}$/.test(text);
const json = { type: 'boolean' };

export const tasks = {
  setup: { about: 'installs and prepares everything, and runs nothing', needs: ['apt', 'modules', 'lab'] },
  start: {
    about: 'opens the kiosk for a person, with a lab around it where no --profile names real hardware; until Ctrl-C',
    usage: '[--windowed] [--profile FILE] [--electron | --chromium | --url] [--json]',
    options: {
      windowed: { type: 'boolean' },
      profile: { type: 'string' },
      electron: { type: 'boolean' },
      chromium: { type: 'boolean' },
      url: { type: 'boolean' },
      json,
    },
    check: ({ electron, chromium, url }) =>
      [electron, chromium, url].filter(Boolean).length > 1 ? 'one of --electron, --chromium, --url' : undefined,
    needs: ['apt', 'modules', 'lab', 'screen'],
    pcsc: ({ profile }) => profile === undefined,
    // A person's Enter makes fresh links.
    stdin: true,
    script: 'scripts/start.ts',
  },
  demo: {
    about: 'runs the main job once without display or hardware; evidence in out/demo/',
    usage: '[--seed N] [--json | --watch]',
    options: { seed: { type: 'string' }, json, watch: { type: 'boolean' } },
    check: ({ seed, watch, json: asJson }) => {
      if (watch && asJson) return '--watch is for eyes: it takes no --json';
      return seed !== undefined && !wholeNumber(seed) ? '--seed takes a whole number' : undefined;
    },
    needs: ['apt', 'modules', 'lab', 'screen'],
    pcsc: true,
    script: 'scripts/demo.ts',
  },
  test: {
    about: 'every check: lint, walls, types, unit, devices, end to end in a real browser',
    usage: '[--only lint|unit|devices|e2e|electron] [--json]',
    options: { only: { type: 'string' }, json },
    check: ({ only }) =>
      only !== undefined && !['lint', 'unit', 'devices', 'e2e', 'electron'].includes(only)
        ? '--only takes lint, unit, devices, e2e or electron'
        : undefined,
    needs: ['apt', 'modules', 'lab', 'screen', 'build'],
    pcsc: true,
    script: 'scripts/test.ts',
  },
  'test:full': {
    about: 'npm test and the long matrix',
    usage: '[--only-long] [--json]',
    options: { 'only-long': { type: 'boolean' }, json },
    needs: ['apt', 'modules', 'lab', 'screen', 'build'],
    pcsc: true,
    script: 'scripts/test-full.ts',
  },
  build: {
    about: 'builds dist/: what runs at a site, as JavaScript',
    usage: '[--out DIR] [--json]',
    options: { out: { type: 'string' }, json },
    needs: ['modules'],
    script: 'scripts/build.ts',
  },
  package: {
    about: 'builds the Debian package into out/package/, and the Electron one where its runtime is installed',
    usage: '[--out DIR] [--json]',
    options: { out: { type: 'string' }, json },
    needs: ['apt', 'modules'],
    script: 'scripts/package.ts',
  },
  'bench:queue': {
    about: 'the queue beside bare SQLite and other queues, on the same library, cipher and durability',
    usage: '[--json]',
    options: { json },
    needs: ['modules'],
    script: 'scripts/bench-queue.ts',
  },
  components: {
    about: 'the component page (tokens, type, contrast, components and screens in each look) on loopback, until Ctrl-C',
    usage: '[--port N] [--json]',
    options: { port: { type: 'string' }, json },
    check: ({ port }) =>
      port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)
        ? '--port takes a port number'
        : undefined,
    needs: ['modules'],
    script: 'scripts/components.ts',
  },
  lint: {
    about: 'Biome, walls and types',
    usage: '[--json]',
    options: { json },
    needs: ['modules'],
    script: 'scripts/lint.ts',
  },
  kills: {
    about:
      'kill -9 of the real terminal in the middle of settlements; centre, HIS, operator and paper say what is lost',
    usage: '[--n N] [--seed S] [--only RUN] [--json]',
    options: { n: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' }, json },
    check: ({ n = '1', seed = '0', only = '0' }) =>
      [n, seed, only].every(wholeNumber) && n !== '0' ? undefined : '--n, --seed and --only take whole numbers',
    needs: ['apt', 'modules', 'lab'],
    pcsc: true,
    script: 'scripts/kills.ts',
  },
  powercuts: {
    about: 'power cuts at any moment of a real run of the store, replayed from its system calls; or errors injected',
    usage: '[--n N] [--seed S] [--inject] [--json]',
    options: { n: { type: 'string' }, seed: { type: 'string' }, inject: { type: 'boolean' }, json },
    check: ({ n = '1', seed = '0' }) =>
      [n, seed].every(wholeNumber) && n !== '0' ? undefined : '--n and --seed take whole numbers',
    needs: ['apt', 'modules'],
    script: 'scripts/powercuts.ts',
  },
  faults: {
    about: 'seeded schedules of faults over the money core, judged by the books of all sides',
    usage: '[--seeds N] [--seed S] [--planted NAME] [--json]; a shrunk schedule: --seed S --keep I,J --visits V',
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      keep: { type: 'string' },
      visits: { type: 'string' },
      workers: { type: 'string' },
      planted: { type: 'string' },
      json,
    },
    check: ({ seeds, seed, visits, workers, keep, planted }) => {
      const numbers = { seeds, seed, visits, workers };
      const wrong = Object.entries(numbers).find(([, text]) => text !== undefined && !wholeNumber(text));
      if (wrong !== undefined) return `--${wrong[0]} takes a whole number`;
      if (keep !== undefined && !/^(\d+(,\d+)*)?$/.test(keep)) return '--keep takes numbers, e.g. 0,3';
      return planted !== undefined && !/^[a-z0-9-]+$/.test(planted) ? '--planted takes a name' : undefined;
    },
    needs: ['modules'],
    script: 'scripts/faults.ts',
  },
  planted: {
    about:
      'bugs that could have been made are made in a copy of the tree; each must be named by the check that is for it',
    usage: '[--only NAME] [--json]',
    options: { only: { type: 'string' }, json },
    needs: ['apt', 'modules'],
    script: 'scripts/planted.ts',
  },
  'faults:grid': {
    about: 'every fault point with every fault kind: what covers it and how often in the last runs; docs/fault-grid.md',
    usage: '[--json]',
    options: { json },
    needs: ['modules'],
    script: 'scripts/faults-grid.ts',
  },
  central: {
    about: 'the reference centre, HIS and operator on loopback HTTPS, until Ctrl-C',
    usage: '[--ports CENTRE,HIS,OPERATOR,ADMIN] [--dir DIR] [--json]',
    options: { ports: { type: 'string' }, dir: { type: 'string' }, json },
    check: ({ ports }) =>
      ports !== undefined && !/^\d{1,5}(,\d{1,5}){3}$/.test(ports)
        ? '--ports takes four port numbers, e.g. 8443,8444,8445,8446'
        : undefined,
    needs: ['apt', 'modules', 'lab'],
    script: 'scripts/central.ts',
  },
};
