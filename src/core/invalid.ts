import { AlignError } from './errors.ts';

/** The error for an argument or option whose value does not fit. */
export function invalid(where: string, value: unknown, expected: string, hint: string): AlignError {
  return new AlignError('invalid-argument', `${where} is ${describe(value)}, expected ${expected}.`, hint);
}

/** A short account of a value for a message. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
}
