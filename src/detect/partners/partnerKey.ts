const legalSuffix =
  /[\s,.]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|ag|gmbh|se|sa|s\.a|nv|n\.v|bv|b\.v|oyj|oy|ab|as|a\/s|kk|k\.k|pte|pty|pvt|spa|s\.p\.a|srl)\.?$/u;
const companyMark =
  /^(?:株式会社|（株）|\(株\))|(?:株式会社|（株）|\(株\)|股份有限公司|有限责任公司|有限公司)$/gu;

/** Two names with the same key count as the same partner: case, spacing and legal suffixes don't matter. */
export function partnerKey(name: string): string {
  let key = name.normalize('NFKC').toLowerCase().replace(companyMark, '').trim();
  for (let before = ''; before !== key; ) {
    before = key;
    key = key.replace(legalSuffix, '');
  }
  return key.replace(/\s+/gu, '');
}
