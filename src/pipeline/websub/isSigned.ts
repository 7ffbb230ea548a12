import { createHmac, timingSafeEqual } from 'node:crypto';

const methods = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether `X-Hub-Signature` (WebSub §7.1: `method=hex`) is that of the body under our secret. */
export function isSigned(signature: string | null, secret: string, body: Uint8Array): boolean {
  const [method = '', hex = ''] = (signature ?? '').split('=', 2);
  if (!methods.has(method)) return false;
  const expected = createHmac(method, secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
