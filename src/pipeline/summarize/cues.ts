/** Words that say that companies do something together, in eight languages. */
const together =
  /\b(?:partner|collaborat|team(?:s|ed|ing)? up|join(?:s|ed|ing)? forces|joint|alliance|agree(?:d|ment|s)?\b|deal\b|sign(?:s|ed)?\b|tie-?up|ties up|memorandum|mou\b|contract\b|licens|integrat|co-?develop|together with|work(?:s|ed|ing)? with)|kooper|partnerschaft|zusammen|gemeinsam|vereinb|allianz|beteilig|vertrag|partenari|contrat\b|contrato\b|s['’]associ|s['’]alli|accord\b|collabor|conjoint|ensemble|alianza|acuerdo|colabor|asoci|conjunt|сотруднич|партн[её]р|соглаш|совместн|альянс|合作|携手|联手|聯手|战略|合资|签署|提携|協業|連携|共同|合弁|協力|협력|제휴|협약|합작|계약|契約|合同|контракт|손잡/iu;
const amount =
  /[$€£¥₹₩]\s?\d|\d[\d.,]*\s?(?:%|percent|prozent|billion|million|bn\b|mrd|mio|milliard|millones|crore|млн|млрд|亿|億|万|조|억)/iu;
const date =
  /\b(?:19|20)\d{2}\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|next (?:year|month|quarter)|\d{1,2}\s?[月日年월]/iu;
const speech =
  /^["“„«‘'][^"”»“’']{25,}["”»“’']|^[「『“][^」』”]{8,}[」』”]|["”“»」』]\s*(?:[,，]?\s*(?:said|says|sagte?|déclare|dijo|afirmó))|\b(?:said|says|told|sagte|erklärte|a déclaré|dijo|заявил)\b.*["“„«]/iu;
const aside =
  /^(?:but|however|still|meanwhile|and|so|also|in addition|moreover|for example|for instance|aber|doch|allerdings|außerdem|zudem|mais|cependant|toutefois|pero|sin embargo|además|но|однако|しかし|また|なお|但|不过|此外|한편|또한)\b/iu;
const backward =
  /^(?:it|its|they|their|he|his|she|her|this|that|these|those|the (?:company|companies|firm|two|pair|move|deal|partnership|collaboration|agreement)|er|sie|es|dies\p{L}*|das (?:teilte\p{L}*|ist|war|soll|hat|geht|berichtet\p{L}*)|beide|il|elle|ils|elles|ce\p{L}*|él|ella|ellos|est[eao]s?|он|она|они|это|同社|両社|これ|双方|该|此次|这|양사|이번)(?:\s|,|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]))/iu;
const background =
  /\blast (?:year|quarter|month)|\b(?:founded|established|launched) in \d|analysts|gegründet|im vergangenen|l['’]an dernier|fondée? en|fundad[ao] en|el año pasado|основан|в прошлом году|去年|成立于|昨年|設立され|지난해/iu;
const personal =
  /(?:^|\s)(?:i|we|our|us|you|your|my|wir|unser\p{L}*|ich|nous|notre|nos|vous|nosotros|nuestr\p{L}*|мы|наш\p{L}*)(?:\s|[’',.])|私たち|我々|弊社|我们|우리/iu;

/** What speaks for and against a sentence in a summary, apart from where it stands and whom it names. */
export const cues = {
  together: (sentence: string): boolean => together.test(sentence),
  amount: (sentence: string): boolean => amount.test(sentence),
  date: (sentence: string): boolean => date.test(sentence),
  speech: (sentence: string): boolean => speech.test(sentence),
  /** Turns away from the news or on from a sentence that may not stand before it. */
  aside: (sentence: string): boolean => aside.test(sentence),
  /** Means something by a pronoun that the sentence before has named. */
  backward: (sentence: string): boolean => backward.test(sentence),
  personal: (sentence: string): boolean => personal.test(sentence.replace(/\btold us\b/iu, '')),
  /** What has been so for long. */
  background: (sentence: string): boolean => background.test(sentence),
} as const;
