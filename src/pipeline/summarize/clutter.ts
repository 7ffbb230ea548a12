/** What stands in articles without telling their news: invitations, walls, notices, credits, stock phrases of press releases. */
const clutter: readonly RegExp[] = [
  // English
  /\b(?:read (?:more|also|next|the full)|continue reading|click (?:here|on the)|sign (?:up|in) (?:for|to|now|here|with)|log ?in to|subscribe (?:to|now|today|for|here)|for subscribers|subscribers? only|newsletters?\b|(?:we|sites?) use cookies|cookie (?:policy|settings|consent)|accept (?:all )?cookies|all rights reserved|copyright (?:©|\(c\)|\d{4}))|©/iu,
  /\b(?:sponsored content|affiliate (?:links?|commission)|share this (?:article|story|post)|follow us|also read|related (?:stories|articles|reading)|listen to this (?:article|story)|\d+ min(?:ute)? read|first appeared on|(?:story|article) continues|the post .+ appeared|originally (?:published|appeared))/iu,
  /\b(?:free articles?|already a (?:member|subscriber)|create (?:an|a free) account|start your (?:free )?trial|unlock this|to continue reading|members? only|enable javascript|ad ?blocker|your browser)/iu,
  /\b(?:photo(?:graph)? by|(?:photo|image) credits?|picture alliance|file photo|reporting by|editing by|editor['’]s note|disclosure:|correction:)/iu,
  /^(?:about \p{Lu}|contacts?:|media contact|for (?:more|further) (?:information|details)|source:|via:|tags?:|updated?:|view source version|follow \p{L}+ on|visit (?:www|https?|our website)|learn more|download the|advertisement\b|image:|photo:)/iu,
  /\b(?:forward[- ]looking statements?|safe harbor|investor relations|(?:registered )?trademarks? (?:of|are)|(?:press )?release (?:contains|may contain))/iu,
  // German
  /\b(?:weiterlesen|lesen sie (?:auch|mehr|hier)|mehr zum thema|jetzt (?:registrieren|abonnieren|anmelden|testen|lesen)|nur für abonnent|abonnieren sie|alle rechte vorbehalten|zur startseite|testabo|plus-artikel|dieser (?:artikel|text) (?:ist zuerst|erschien))|^(?:anzeige|werbung)\b/iu,
  // French
  /\b(?:lire (?:la suite|aussi|également|l['’]article)|à lire (?:aussi|également)|abonnez-vous|réservé aux abonnés|inscrivez-vous|tous droits réservés|crédits? photo)|^publicité\b/iu,
  // Spanish
  /\b(?:leer más|lee (?:también|más)|sigue leyendo|suscríbete|suscríbase|boletín (?:diario|semanal|de noticias)|regístrate|todos los derechos reservados|síguenos|solo para suscriptores)|^publicidad\b/iu,
  // Russian
  /(?:читать (?:далее|дальше|также)|читайте также|подпи(?:шитесь|сывайтесь)|все права защищены)|^(?:фото|источник|реклама)\b/iu,
  // Chinese
  /(?:阅读全文|閱讀全文|点击(?:查看|阅读|进入|这里|此处|上方|下方|关注)|扫码|扫描(?:下方)?二维码|关注(?:我们|公众号|微信)|责任编辑|编辑[:：]|未经授权|版权(?:所有|归)|免责声明|更多(?:精彩|资讯)|订阅(?:我们|本)|登录后|会员专享|图片来源|本文(?:来自|来源|作者|首发|系))/u,
  // Japanese
  /(?:続きを読む|続きは|会員限定|会員登録|有料(?:会員|記事)|無料(?:会員|登録)|メルマガ|メールマガジン|関連記事|あわせて読みたい|この記事は|無断転載|残り\s*\d+\s*文字|ログインし|購読(?:する|は|登録)|写真[:：])/u,
  // Korean
  /(?:구독(?:하기|신청|하세요)|무단\s?전재|재배포\s?금지|더\s?보기|로그인\s?후|사진=|저작권자)/u,
  // Lists of links, handles and tags; code
  /https?:\/\/|www\.|(?<![\p{L}\d.])@[\p{L}\d_]{3,}|[{}<>|]|(?:\s#[\p{L}\d]+){2,}/iu,
  // Snippets that were glued together
  /\s(?:\.{3}|…)\s|\[\s*(?:\.{3}|…)\s*\]/u,
];

export const isClutter = (sentence: string): boolean => clutter.some((pattern) => pattern.test(sentence));

const dateline =
  /^(?:[\p{Lu}\d][\p{L}\d .,'’&/-]{1,80}?)?\s*[（(/]?\s*(?:PR ?Newswire|Business ?Wire|GLOBE ?NEWSWIRE|Globe ?Newswire|ACCESS ?Newswire|Reuters|Kyodo(?: News)?|AFP|AP|dpa(?:-AFX)?|Datamonitor|Bloomberg|共同通信|新华社|Yonhap)\s*[/）)]?\s*[-–—:]+\s*/u;
const place = /^\p{Lu}[\p{Lu} .,'’-]{2,40}(?:,\s[\p{L}\d .,]{3,30})?\s+(?:--|–|—)\s+/u;
const byline = /^\p{Lu}[\p{L} .,'’&-]{2,60} \/ [\p{L} .,'’&-]{2,40}:\s+/u;
const ticker =
  /\s*\((?:NYSE|NASDAQ|LSE|TSE|TYO|HKEX|TSX|ASX|OTC\w*|KRX|FRA|Euronext\w*|[A-Z]{2,6})\s?:\s?[A-Z0-9.:; ]{1,24}\)/giu;

/** A sentence without the place, agency or author before it and the tickers inside: nobody's news. */
export const tidied = (sentence: string): string =>
  sentence.replace(dateline, '').replace(place, '').replace(byline, '').replaceAll(ticker, '').trim();
