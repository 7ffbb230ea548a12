/** Every item's addresses are resolved against the feed's: a base of a megabyte would keep us busy for hours. */
const longestBase = 2048;

/** An address against its base; as written when there is nothing to resolve it against, or it is no address. */
export function resolveUrl(url: string, base: string | undefined): string {
  const trimmed = url.trim();
  if (
    trimmed === '' ||
    /^[a-z][a-z\d+.-]*:/iu.test(trimmed) ||
    base === undefined ||
    base.length > longestBase
  )
    return trimmed;
  return URL.parse(trimmed, base)?.href ?? trimmed;
}
