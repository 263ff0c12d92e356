/** `node scripts/benefit-examples.ts`: writes docs/benefit-examples.md anew. */
import { writeFileSync } from 'node:fs';
import { examplesPage } from '../test/benefits/page.ts';

writeFileSync('docs/benefit-examples.md', examplesPage());
