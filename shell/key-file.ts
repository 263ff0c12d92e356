// Both shells take the lab's key from the same place.
export { databaseKey } from '../kiosk-config/key-file.ts';
