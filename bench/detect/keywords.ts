/** What people write first: words that partnership stories use. */
export const keywords =
  /\b(?:partner(?:s|ed|ing|ship|ships)?|teams? up|teamed up|joint venture|collaborat\w+|alliance|joins? forces|signs? (?:a )?deal|agreement)\b/iu;
