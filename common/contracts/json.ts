import { z } from 'zod';

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && isPlain(value) && Object.values(value).every(isJson);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Any JSON value, as it is: a look, not a copy, and much quicker than a schema that describes itself. */
export const jsonSchema = z.custom<Json>(isJson);
