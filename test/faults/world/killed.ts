/** The process is gone: thrown out of every transaction that comes after. */
export class Killed extends Error {}
