import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** The programs of `dist/`: source entry without ending; the built one lies at the same place, as `.js`. */
export const programs = [
  'shell/main',
  'terminal/main',
  'terminal/audit/verify-main',
  'drivers/host',
  'bin/minka',
] as const;

/** Native packages: they find their binary beside themselves, so they are copied and not bundled. */
export const nativePackages = ['koffi', 'better-sqlite3-multiple-ciphers', '@serialport/bindings-cpp'] as const;

/** serialport brings a mock of a port along, which no terminal needs and which must be in no package. */
export const mockOfPort = '@serialport/binding-mock';

const withoutMock: Plugin = {
  name: 'minka-without-mock',
  enforce: 'pre',
  resolveId: (id) => (id === mockOfPort ? '\0no-mock' : null),
  load: (id) => (id === '\0no-mock' ? 'export const MockBinding = {};' : null),
};

/**
 * Bundles one program with everything it imports, except Node's own and the native packages, into one ESM file.
 * Not minified: a stack trace from the field must be readable. Rejects with the bundler's own words.
 */
export async function bundleProgram(program: (typeof programs)[number], out: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [withoutMock],
    ssr: { noExternal: true, external: [...nativePackages] },
    build: {
      ssr: `${program}.ts`,
      outDir: join(out, program, '..'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false, comments: false },
      },
    },
  });
}
