/** An address that a link may lead to: publishers write what they like, and only http and https are followed. */
export function webLink(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : undefined;
}
