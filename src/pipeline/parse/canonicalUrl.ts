import normalizeUrl from 'normalize-url';

/**
 * One spelling for every address of the same page: no tracking parameters, `www.` or trailing slash,
 * parameters in order. For comparing only: readers get the link as the publisher wrote it.
 */
export function canonicalUrl(url: string): string {
  if (url.length > longest || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return url.trim();
  try {
    return normalizeUrl(withoutTrackingFragment(url), {
      defaultProtocol: 'https',
      forceHttps: true,
      stripTextFragment: true,
      removeQueryParameters: tracking,
      removeTrailingSlash: true,
      sortQueryParameters: true,
    });
  } catch {
    return url.trim();
  }
}

/** No browser keeps longer ones. */
const longest = 8192;

/** A fragment may tell the entries of a change log apart; one with `=` in it only counts visitors. */
function withoutTrackingFragment(url: string): string {
  const hash = url.indexOf('#');
  const isAnchor = hash >= 0 && !url.includes('=', hash) && url.length > hash + 1;
  return hash < 0 || isAnchor ? url : url.slice(0, hash);
}

const tracking = [
  /^utm_/iu,
  /^(?:fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_openstat|vero_id|wickedid|oly_anon_id|oly_enc_id|rb_clickid|s_cid|ns_campaign|ns_mchannel|ncid|cmpid|ocid|guccounter|guce_referrer|guce_referrer_sig|sref|spm|ftag)$/iu,
  /^(?:ref|ref_src|cmp|feedtype|feedname|at_medium|at_campaign|at_custom\d)$/iu,
];
