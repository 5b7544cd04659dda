import type { z } from 'zod';

/** Whether a value is, without any doubt, what a schema asks for. */
export type PlainCheck = (value: unknown) => boolean;

/**
 * A quick check made from a schema: true only for what the schema accepts, in plain objects. A key that is undefined is
 * one that is not there. What it does not accept is for the schema itself to judge.
 */
export function plainCheck(schema: z.core.$ZodType): PlainCheck {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'optional':
    case 'nullable':
      return plainCheck(def.innerType);
    case 'enum': {
      const words = new Set<unknown>(Object.values(def.entries));
      return (value) => words.has(value);
    }
    case 'union': {
      const options = def.options.map(plainCheck);
      return (value) => options.some((option) => option(value));
    }
    case 'object':
      return objectCheck(def.shape);
    default:
      return () => false;
  }
}

function objectCheck(shape: Readonly<Record<string, z.core.$ZodType>>): PlainCheck {
  const members = new Map(Object.entries(shape).map(([key, schema]) => [key, plainCheck(schema)]));
  const needed = Object.entries(shape).flatMap(([key, schema]) => (schema._zod.optin === 'optional' ? [] : [key]));
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    const object = value as Record<string, unknown>;
    for (const key in object) {
      const check = members.get(key);
      if (check === undefined || (object[key] !== undefined && !check(object[key]))) return false;
    }
    for (const key of needed) if (object[key] === undefined) return false;
    return true;
  };
}
