/** What can go wrong with one request; `after` means that the work was done before it went wrong. */
export type Fault =
  | { readonly is: 'answer'; readonly status: number; readonly body?: unknown; readonly after?: true }
  /** Discord's own way of refusing: a status and a code of topics/opcodes-and-status-codes. */
  | {
      readonly is: 'error';
      readonly status: number;
      readonly code: number;
      readonly message?: string;
      readonly retryAfter?: number;
    }
  | { readonly is: 'rateLimit'; readonly scope: 'user' | 'global' | 'shared'; readonly seconds: number }
  | { readonly is: 'hang' }
  | { readonly is: 'drop'; readonly after?: true };

export interface Matcher {
  readonly method?: string;
  readonly path?: RegExp;
}

export interface Faults {
  /** Lets the next `times` requests that match go wrong. */
  add(matcher: Matcher, fault: Fault, times: number): void;
  take(method: string, path: string): Fault | undefined;
}

export function faults(): Faults {
  const waiting: { matcher: Matcher; fault: Fault; times: number }[] = [];
  return {
    add: (matcher, fault, times) => {
      waiting.push({ matcher, fault, times });
    },
    take(method, path) {
      const next = waiting.find(
        ({ matcher, times }) =>
          times > 0 && (matcher.method ?? method) === method && (matcher.path ?? /^/u).test(path),
      );
      if (next) next.times--;
      return next?.fault;
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const apiError = (status: number, code: number, message: string): Answer => ({
  status,
  body: { message, code },
});

/** The 429 of topics/rate-limits. */
export const tooMany = (scope: string, seconds: number): Answer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
  headers: {
    'Retry-After': String(Math.ceil(seconds)),
    'X-RateLimit-Scope': scope,
    ...(scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {}),
  },
});

/** The answer that a fault gives, for faults that answer at all. */
export function faultyAnswer(fault: Fault): Answer | undefined {
  switch (fault.is) {
    case 'answer':
      return { status: fault.status, body: fault.body };
    case 'error': {
      const { status, body } = apiError(fault.status, fault.code, fault.message ?? 'Refused on demand');
      const more = fault.retryAfter === undefined ? {} : { retry_after: fault.retryAfter };
      return { status, body: { ...(body as object), ...more } };
    }
    case 'rateLimit':
      return tooMany(fault.scope, fault.seconds);
    case 'hang':
    case 'drop':
      return undefined;
  }
}
