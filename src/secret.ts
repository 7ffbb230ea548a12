import { inspect } from 'node:util';

/** A value that no log, error or page can show by accident: it prints as `****`. */
export interface Secret {
  reveal(): string;
}

const hidden = () => '****';

export function secret(value: string): Secret {
  return { reveal: () => value, toString: hidden, toJSON: hidden, [inspect.custom]: hidden } as Secret;
}
