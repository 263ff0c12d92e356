import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Persona, personaSchema } from '../drivers/card-reader/emulator/persona.ts';

const DIRECTORY = join(import.meta.dirname, 'personas');

/** Names of the persona files, without ".json". */
export function personaNames(): string[] {
  return readdirSync(DIRECTORY)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Reads and checks one persona file. Throws where there is none of that name or it is not a persona. */
export function loadPersona(name: string): Persona {
  return personaSchema.parse(JSON.parse(readFileSync(join(DIRECTORY, `${name.replace(/\.json$/, '')}.json`), 'utf8')));
}
