// What the npm scripts do: their arguments, what must be set up first, and the file that the pinned Node runs.
import { readdirSync } from 'node:fs';

const wholeNumber = (text) => /^\d{1,15}$/.test(text);
/** An option: the name of its value, or null where it has none, and what it is for. */
const option = (value, means) => ({ type: value === null ? 'boolean' : 'string', value, means });
const json = option(null, 'one JSON object on stdout and nothing else there');
const LONGEST_CAMPAIGN = 10_000_000;
const SEED_WORDS = '--seed takes a whole number of at most 15 digits';
const countingNumber = (text, most) => wholeNumber(text) && Number(text) >= 1 && Number(text) <= most;

/** Names of the bugs that can be planted: their patches. */
const plantedNames = () =>
  readdirSync(new URL('../test/planted/', import.meta.url))
    .filter((file) => file.endsWith('.patch'))
    .map((file) => file.slice(0, -'.patch'.length));

export const tasks = {
  setup: { about: 'installs and prepares everything, and runs nothing', needs: ['apt', 'modules', 'lab'] },
  start: {
    about: 'opens the kiosk for a person, with a lab around it where no --profile names real hardware; until Ctrl-C',
    usage: '[--windowed] [--profile FILE] [--electron | --chromium | --url] [--json]',
    options: {
      windowed: option(null, 'in a window instead of the whole screen'),
      profile: option('FILE', 'the site profile of real hardware; without it a lab is started'),
      electron: option(null, 'in the Electron shell'),
      chromium: option(null, 'in the system’s Chromium'),
      url: option(null, 'no window: prints a link that opens the screen once'),
      json,
    },
    check: ({ electron, chromium, url }) =>
      [electron, chromium, url].filter(Boolean).length > 1 ? 'one of --electron, --chromium, --url' : undefined,
    untilStopped: true,
    needs: ['apt', 'modules', 'lab', 'screen'],
    pcsc: ({ profile }) => profile === undefined,
    // A person's Enter makes fresh links.
    stdin: true,
    script: 'scripts/start.ts',
  },
  sandbox: {
    about: 'a terminal with its HIS API, in a whole lab, for a HIS vendor to write against; until Ctrl-C',
    usage: '[--port N] [--json]',
    options: { port: option('N', 'the port of the API; 7340'), json },
    check: ({ port }) =>
      port !== undefined && !(wholeNumber(port) && Number(port) <= 65_535) ? '--port takes 0 to 65535' : undefined,
    untilStopped: true,
    needs: ['apt', 'modules', 'lab'],
    pcsc: true,
    script: 'scripts/sandbox.ts',
  },
  demo: {
    about: 'runs the main job once without display or hardware; evidence in out/demo/',
    usage: '[--seed N] [--json | --watch]',
    options: {
      seed: option('N', 'another day: amounts, people and order follow from it'),
      json,
      watch: option(null, 'slowly, in a window, for eyes'),
    },
    check: ({ seed, watch, json: asJson }) => {
      if (watch && asJson) return '--watch is for eyes: it takes no --json';
      return seed !== undefined && !wholeNumber(seed) ? SEED_WORDS : undefined;
    },
    needs: ['apt', 'modules', 'lab', 'screen'],
    pcsc: true,
    script: 'scripts/demo.ts',
  },
  test: {
    about: 'every check: lint, walls, types, unit, screens, devices, end to end in a real browser',
    usage: '[--only lint|unit|screens|devices|e2e|electron] [--json]',
    options: { only: option('STAGE', 'one stage: lint, unit, screens, devices, e2e or electron'), json },
    check: ({ only }) =>
      only !== undefined && !['lint', 'unit', 'screens', 'devices', 'e2e', 'electron'].includes(only)
        ? '--only takes lint, unit, screens, devices, e2e or electron'
        : undefined,
    needs: ['apt', 'modules', 'lab', 'screen', 'build'],
    pcsc: true,
    script: 'scripts/test.ts',
  },
  'test:full': {
    about: 'npm test and the long matrix',
    usage: '[--only-long] [--json]',
    options: { 'only-long': option(null, 'the long matrix without npm test'), json },
    needs: ['apt', 'modules', 'lab', 'screen', 'build'],
    pcsc: true,
    script: 'scripts/test-full.ts',
  },
  journeys: {
    about: 'every service as a resident uses it, in a real browser against the real terminal; writes docs/services.md',
    usage: '[--json]',
    options: { json },
    needs: ['apt', 'modules', 'lab', 'screen'],
    pcsc: true,
    script: 'scripts/journeys.ts',
  },
  shift: {
    about:
      'a day of bills at the real terminal, by keyboard in a real browser or by the hospital’s own system over HTTP, with faults at centre and devices; judged by the centre’s ledger and the day’s comparison',
    usage: '[--visits N] [--via desk|his] [--seed S] [--json]',
    options: {
      visits: option('N', 'how many people come (40)'),
      via: option('WAY', 'desk: the desk’s own screens, in a browser; his: the example HIS over the HIS API (desk)'),
      seed: option('S', 'which day; the same seed brings the same people and faults (1)'),
      json,
    },
    check: ({ visits = '1', via = 'desk', seed = '0' }) => {
      if (!countingNumber(visits, 10_000)) return '--visits takes a whole number from 1 to 10000';
      if (via !== 'desk' && via !== 'his') return '--via takes desk or his';
      return wholeNumber(seed) ? undefined : SEED_WORDS;
    },
    needs: ['apt', 'modules', 'lab', 'screen'],
    pcsc: true,
    script: 'scripts/shift.ts',
  },
  build: {
    about: 'builds dist/: what runs at a site, as JavaScript',
    usage: '[--out DIR] [--json]',
    options: { out: option('DIR', 'another folder than dist/'), json },
    needs: ['modules'],
    script: 'scripts/build.ts',
  },
  package: {
    about: 'builds the Debian package into out/package/, and the Electron one where its runtime is installed',
    usage: '[--out DIR] [--json]',
    options: { out: option('DIR', 'another folder than out/package/'), json },
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
    options: { port: option('N', 'the port on loopback (any free one)'), json },
    check: ({ port }) =>
      port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)
        ? '--port takes a port number'
        : undefined,
    untilStopped: true,
    needs: ['modules'],
    script: 'scripts/components.ts',
  },
  manual: {
    about: 'the pictures and the tables of codes of docs/manual, drawn from this version; look at each before a commit',
    usage: '[--json]',
    options: { json },
    needs: ['apt', 'modules'],
    script: 'scripts/manual.ts',
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
    options: {
      n: option('N', 'how many kills (200)'),
      seed: option('S', 'which campaign; the same seed kills at the same places (1)'),
      only: option('RUN', 'one run of that campaign, by its number'),
      json,
    },
    check: ({ n = '1', seed = '0', only = '0' }) => {
      if (!countingNumber(n, LONGEST_CAMPAIGN)) return `--n takes a whole number from 1 to ${LONGEST_CAMPAIGN}`;
      if (!wholeNumber(seed)) return SEED_WORDS;
      return wholeNumber(only) ? undefined : '--only takes the number of a run';
    },
    needs: ['apt', 'modules', 'lab'],
    pcsc: true,
    script: 'scripts/kills.ts',
  },
  powercuts: {
    about: 'power cuts at any moment of a real run of the store, replayed from its system calls; or errors injected',
    usage: '[--n N] [--seed S] [--inject] [--json]',
    options: {
      n: option('N', 'how many cuts (300); with --inject, how many injections (all)'),
      seed: option('S', 'which cuts (1)'),
      inject: option(null, 'EIO, ENOSPC and SIGKILL in each write and sync instead of cuts'),
      json,
    },
    check: ({ n = '1', seed = '0' }) => {
      if (!countingNumber(n, LONGEST_CAMPAIGN)) return `--n takes a whole number from 1 to ${LONGEST_CAMPAIGN}`;
      return wholeNumber(seed) ? undefined : SEED_WORDS;
    },
    needs: ['apt', 'modules'],
    script: 'scripts/powercuts.ts',
  },
  faults: {
    about: 'seeded schedules of faults over the money core, judged by the books of all sides',
    usage:
      '[--seeds N] [--seed S] [--workers W] [--planted NAME] [--json], or --seed S [--keep I,J] [--visits V] [--json]',
    options: {
      seeds: option('N', 'how many schedules (2000)'),
      seed: option('S', 'alone: tells this one schedule line by line; with --seeds: the first of them (1)'),
      keep: option('I,J', 'with --seed alone: only these of the things that go wrong, by their numbers'),
      visits: option('V', 'with --seed alone: only the first V visits'),
      workers: option('W', 'how many schedules at the same time (one for each core, at most 8)'),
      planted: option('NAME', 'in a copy of the tree with this bug in it; test/planted/ has them'),
      json,
    },
    check: ({ seeds, seed, visits, workers, keep, planted }) => {
      const numbers = { seeds: [seeds, LONGEST_CAMPAIGN], visits: [visits, 9], workers: [workers, 64] };
      for (const [name, [text, most]] of Object.entries(numbers)) {
        if (text !== undefined && !countingNumber(text, most))
          return `--${name} takes a whole number from 1 to ${most}`;
      }
      if (seed !== undefined && !wholeNumber(seed)) return SEED_WORDS;
      if (keep !== undefined && !/^(\d+(,\d+)*)?$/.test(keep)) return '--keep takes numbers, e.g. 0,3';
      const single = seed !== undefined && seeds === undefined && planted === undefined;
      if ((keep ?? visits) !== undefined && !single) return '--keep and --visits go with --seed alone';
      if (planted === undefined || plantedNames().includes(planted)) return undefined;
      return `no planted bug is called ${planted}; there are ${plantedNames().join(', ')}`;
    },
    needs: ['modules'],
    // Each core has its worker: a collector's helpers would only take turns with them.
    flags: ['--single-threaded-gc'],
    script: 'scripts/faults.ts',
  },
  planted: {
    about:
      'bugs that could have been made are made in a copy of the tree; each must be named by the check that is for it',
    usage: '[--only NAME] [--json]',
    options: { only: option('NAME', 'one of them; test/planted/ has their names'), json },
    check: ({ only }) =>
      only === undefined || plantedNames().includes(only)
        ? undefined
        : `no planted bug is called ${only}; there are ${plantedNames().join(', ')}`,
    needs: ['apt', 'modules'],
    script: 'scripts/planted.ts',
  },
  mutation: {
    about: 'small changes to the code about money, settlement and queue; how many of them a test of that room notices',
    usage: '[--only ROOM] [--json]',
    options: { only: option('ROOM', 'one of them; test/mutation/rooms.ts has their names'), json },
    needs: ['modules'],
    script: 'scripts/mutation.ts',
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
    options: {
      ports: option('FOUR', 'ports of centre, HIS, operator and admin (8443,8444,8445,8446)'),
      dir: option('DIR', 'where they keep their books and secrets (out/central)'),
      json,
    },
    check: ({ ports }) =>
      ports !== undefined && !/^\d{1,5}(,\d{1,5}){3}$/.test(ports)
        ? '--ports takes four port numbers, e.g. 8443,8444,8445,8446'
        : undefined,
    untilStopped: true,
    needs: ['apt', 'modules', 'lab'],
    script: 'scripts/central.ts',
  },
};
