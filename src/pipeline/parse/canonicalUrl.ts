import normalizeUrl from 'normalize-url';

/**
 * One spelling for every address of the same page: no tracking parameters, fragment, `www.` or trailing
 * slash, parameters in order. For comparing only: readers get the link as the publisher wrote it.
 */
export function canonicalUrl(url: string): string {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return url.trim();
  try {
    return normalizeUrl(url, {
      defaultProtocol: 'https',
      forceHttps: true,
      stripHash: true,
      stripTextFragment: true,
      removeQueryParameters: tracking,
      removeTrailingSlash: true,
      sortQueryParameters: true,
    });
  } catch {
    return url.trim();
  }
}

const tracking = [
  /^utm_/iu,
  /^(?:fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_openstat|vero_id|wickedid|oly_anon_id|oly_enc_id|rb_clickid|s_cid|ns_campaign|ns_mchannel|ncid|cmpid|ocid|guccounter|guce_referrer|guce_referrer_sig|sref|spm|ftag)$/iu,
  /^(?:ref|ref_src|cmp|feedtype|feedname|at_medium|at_campaign|at_custom\d)$/iu,
];
