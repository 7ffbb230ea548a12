/** Where we listen out of the box: each pack is an OPML 2.0 file in this folder. */
export interface Pack {
  /** What people write in `PACKS`. */
  readonly name: string;
  readonly file: URL;
  readonly title: string;
  /** A primary language subtag of BCP 47. */
  readonly language: string;
}

export const packs: readonly Pack[] = [
  { name: 'tech-en', file: at('tech-en.opml'), title: 'Technology news in English', language: 'en' },
  { name: 'tech-zh', file: at('tech-zh.opml'), title: '科技新闻（中文）', language: 'zh' },
  { name: 'tech-de', file: at('tech-de.opml'), title: 'Technik-Nachrichten auf Deutsch', language: 'de' },
  { name: 'tech-fr', file: at('tech-fr.opml'), title: 'Actualité technologique en français', language: 'fr' },
  { name: 'tech-es', file: at('tech-es.opml'), title: 'Noticias de tecnología en español', language: 'es' },
  { name: 'tech-ja', file: at('tech-ja.opml'), title: '日本語のテクノロジーニュース', language: 'ja' },
  {
    name: 'press-releases',
    file: at('press-releases.opml'),
    title: 'Press releases and company newsrooms',
    language: 'en',
  },
];

function at(file: string): URL {
  return new URL(file, import.meta.url);
}
