import { installPackages } from './apt.mjs';
import { buildPrograms } from './build.mjs';
import { makeLab } from './lab.mjs';
import { installModules, pinnedNode } from './modules.mjs';
import { buildScreen } from './screen.mjs';

/**
 * Brings the machine to the point where a task can run: Debian packages, npm modules, the pinned Node, the lab's
 * certificates, the built screens, all of dist/. Each step looks first and does nothing when nothing is missing.
 * Returns the path of the pinned Node. Throws an Error with one sentence where it may not or cannot install.
 */
export async function setUp({ needs, signal }) {
  if (needs.includes('apt')) await installPackages(signal);
  if (needs.includes('modules')) await installModules(signal);
  const node = await pinnedNode();
  if (needs.includes('lab')) await makeLab();
  if (needs.includes('screen')) await buildScreen(node, signal);
  if (needs.includes('build')) await buildPrograms(node, signal);
  return node;
}
