import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { builtinLabProfile } from './builtin-lab.ts';
import { quietPage } from './quiet-page.ts';

const profile = builtinLabProfile('/tmp/nowhere');

it('says in both languages where to go, the site’s own first', () => {
  const { html } = quietPage(profile);
  expect(html.indexOf('请到窗口办理')).toBeGreaterThan(0);
  expect(html.indexOf('Please go to the window')).toBeGreaterThan(html.indexOf('请到窗口办理'));
  expect(html).toContain(`${profile.site.helpWindow} 号窗口`);
  const english = quietPage({ ...profile, locale: 'en' }).html;
  expect(english.indexOf('Please go to the window')).toBeLessThan(english.indexOf('请到窗口办理'));
});

it('says in a lab that it is one', () => {
  expect(quietPage(profile).html).toContain('演示·无效');
  expect(quietPage({ ...profile, mode: 'production' }).html).not.toContain('演示');
});

it('runs nothing, loads nothing, and its one style is allowed by its hash', () => {
  const { html, policy } = quietPage(profile);
  expect(html).not.toMatch(/<script|src=|href=|url\(/);
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).toContain("default-src 'none'");
});

it('lets no word of a profile become markup', () => {
  const site = { ...profile.site, hotline: '<b>1&2</b>' };
  expect(quietPage({ ...profile, site }).html).toContain('&lt;b&gt;1&amp;2&lt;/b&gt;');
});
