/** `npm run test:full`: everything of `npm test`, then the long matrix (`*.full.test.ts`); or only that. */
import { parseArgs } from 'node:util';
import { longStages, quickStages, runStages } from './stages.ts';

const { values } = parseArgs({ options: { 'only-long': { type: 'boolean' }, json: { type: 'boolean' } } });
await runStages(values['only-long'] ? longStages : { ...quickStages, ...longStages }, values.json ?? false);
