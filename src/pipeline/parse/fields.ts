/** The elements we read, by canonical name (see names.ts). Everything else is skipped unread. */

const shared = [
  'title',
  'atom:title',
  'dc:title',
  'link',
  'atom:link',
  'id',
  'atom:id',
  'language',
  'dc:language',
  'xml:lang',
] as const;

export const feedFields: readonly string[] = [
  ...shared,
  'itunes:title',
  'url',
  'ttl',
  'skiphours',
  'skipdays',
  'sy:updateperiod',
  'sy:updatefrequency',
];

export const dateFields = [
  'published',
  'issued',
  'pubdate',
  'atom:published',
  'atom:issued',
  'dc:date',
  'date',
  'dcterms:issued',
  'dcterms:available',
  'created',
  'atom:created',
  'dcterms:created',
  'updated',
  'atom:updated',
  'modified',
  'atom:modified',
  'dcterms:modified',
  'lastbuilddate',
] as const;

export const summaryFields = [
  'description',
  'summary',
  'atom:summary',
  'dc:description',
  'dcterms:abstract',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
] as const;

export const contentFields = [
  'content:encoded',
  'content',
  'atom:content',
  'xhtml:body',
  'body',
  'fullitem',
  'xhtml:div',
  'encoded',
] as const;

export const itemFields: readonly string[] = [
  ...shared,
  ...dateFields,
  ...summaryFields,
  ...contentFields,
  'media:title',
  'itunes:title',
  'feedburner:origlink',
  'guid',
  'dc:identifier',
  'author',
  'dc:creator',
  'atom:author',
  'itunes:author',
  'creator',
  'enclosure',
  'media:content',
  'media:thumbnail',
  'itunes:image',
  'image',
];

/** Elements that only group fields: what is inside them belongs to the item itself. */
export const transparent: ReadonlySet<string> = new Set([
  'media:group',
  'media:content',
  'channel',
  'items',
  'rdf:rdf',
  'rss',
  'feed',
  'atom:feed',
]);

/** Attributes that some field needs. */
export const attributes: ReadonlySet<string> = new Set([
  'href',
  'rel',
  'type',
  'mode',
  'src',
  'url',
  'medium',
  'width',
  'ispermalink',
  'rdf:about',
  'rdf:resource',
  'xml:base',
  'xml:lang',
  'encoding',
]);
