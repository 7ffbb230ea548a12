import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/pipeline/parse/decodeBytes.ts';
import { parse } from '../../../src/pipeline/parse/parse.ts';
import { inEnglish } from '../../../src/words/sentence.ts';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Text in a charset of one or two bytes a character. */
function encode(text: string, charset: string): Uint8Array {
  const bytesOf = tables.get(charset) ?? encoder(charset);
  tables.set(charset, bytesOf);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = bytesOf.get(character);
      if (bytes === undefined) throw new Error(`${charset} has no ${character}`);
      return bytes;
    }),
  );
}

/** TextDecoder, turned round. */
function encoder(charset: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(charset);
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 0xff; first > 0x80; first -= 1) {
    for (let second = 0xff; second >= 0x30; second -= 1) {
      const pair = decoder.decode(Uint8Array.of(first, second));
      if (pair.length === 1) bytesOf.set(pair, [first, second]);
    }
  }
  for (let byte = 0xff; byte >= 0; byte -= 1) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  return bytesOf;
}

const wide = (text: string, size: 2 | 4, littleEndian: boolean) => {
  const points = size === 4 ? Array.from(text) : text.split('');
  const view = new DataView(new ArrayBuffer(points.length * size));
  for (const [at, point] of points.entries()) {
    if (size === 4) view.setUint32(at * 4, point.codePointAt(0) ?? 0, littleEndian);
    else view.setUint16(at * 2, point.charCodeAt(0), littleEndian);
  }
  return new Uint8Array(view.buffer);
};

const feed = (title: string, declaration = '') =>
  `${declaration}<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>`;

async function titleOf(body: Uint8Array, contentType?: string): Promise<string> {
  const parsed = await parse(body, contentType === undefined ? {} : { contentType });
  return parsed.ok ? parsed.feed.title : inEnglish(parsed.reason);
}

const texts: readonly (readonly [charset: string, label: string, text: string])[] = [
  ['gbk', 'gb2312', '两家公司宣布合作'],
  ['gbk', 'GBK', '两家公司宣布合作'],
  ['gb18030', 'gb18030', '两家公司宣布合作'],
  ['big5', 'Big5', '兩家公司宣布合作'],
  ['big5', 'big5-hkscs', '兩家公司宣布合作'],
  ['shift_jis', 'Shift_JIS', '東京の会社が提携'],
  ['shift_jis', 'windows-31j', '東京の会社が提携'],
  ['euc-jp', 'EUC-JP', '東京の会社が提携'],
  ['euc-kr', 'EUC-KR', '두 회사가 협력'],
  ['euc-kr', 'ks_c_5601-1987', '두 회사가 협력'],
  ['windows-1250', 'windows-1250', 'Spółka łączy siły'],
  ['windows-1251', 'windows-1251', 'Компании объединились'],
  ['windows-1251', 'cp1251', 'Компании объединились'],
  ['windows-1252', 'windows-1252', '“Zusammenarbeit” für Österreich'],
  ['windows-1252', 'iso-8859-1', '“Zusammenarbeit” für Österreich'],
  ['windows-1252', 'iso8859-1', 'Zusammenarbeit für Österreich'],
  ['windows-1253', 'windows-1253', 'Συνεργασία εταιρειών'],
  ['windows-1254', 'iso-8859-9', 'Şirketler iş birliği'],
  ['windows-1255', 'windows-1255', 'שיתוף פעולה'],
  ['windows-1256', 'windows-1256', 'شراكة بين شركتين'],
  ['windows-1257', 'windows-1257', 'Įmonės bendradarbiauja'],
  ['windows-874', 'tis-620', 'ความร่วมมือ'],
  ['iso-8859-2', 'ISO-8859-2', 'Spółka łączy siły'],
  ['iso-8859-5', 'ISO-8859-5', 'Компании'],
  ['iso-8859-15', 'ISO-8859-15', 'Œuvre à 5 €'],
  ['koi8-r', 'KOI8-R', 'Компании объединились'],
  ['koi8-u', 'KOI8-U', 'Компанії'],
  ['macintosh', 'mac-roman', 'Société'],
];

describe('declared in XML', () => {
  test.each(texts)('%s as %s', async (charset, label, text) => {
    expect(await titleOf(encode(feed(text, declared(label)), charset))).toBe(text);
  });
});

describe('declared by the server', () => {
  test.each(texts)('%s as %s', async (charset, label, text) => {
    expect(await titleOf(encode(feed(text), charset), `text/xml; charset="${label}"`)).toBe(text);
  });
});

describe('of computers before the web', () => {
  test.each([
    ['cp437', [0x43, 0x61, 0x66, 0x82], 'Café'],
    ['IBM850', [0x80, 0x61, 0x20, 0x9b], 'Ça ø'],
    ['cp852', [0x9d, 0xa2, 0x64, 0xab], 'Łódź'],
    ['cp862', [0x99, 0x8c, 0x85, 0x8d], 'שלום'],
    ['x-mac-greek', [0xa1, 0xe8], 'Γη'],
    ['maccentraleurope', [0xfc, 0x97, 0x64, 0x90], 'Łódź'],
    ['hp-roman8', [0x43, 0x61, 0x66, 0xc5], 'Café'],
    ['utf-7', [0x43, 0x61, 0x66, 0x2b, 0x41, 0x4f, 0x6b, 0x2d], 'Café'],
  ])('%s', async (label, bytes, text) => {
    const [head = '', tail = ''] = feed('|', declared(label)).split('|');
    const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(tail)]);
    expect(await titleOf(body)).toBe(text);
  });
});

const sentence: Readonly<Record<string, string>> = {
  gb18030: '两家公司在上海宣布合作，将共同开发新的产品，并在明年一起进入国际市场。',
  big5: '兩家公司在台北宣布合作，將共同開發新的產品，並在明年一起進入國際市場。',
  shift_jis: '東京の会社は、大阪の会社と新しい製品をいっしょにつくると発表した。',
  'euc-jp': '東京の会社は、大阪の会社と新しい製品をいっしょにつくると発表した。',
  'euc-kr': '두 회사는 내년에 새로운 제품을 함께 개발한다고 서울에서 발표했다.',
  'windows-1251': 'Две компании сообщили в Москве, что вместе займутся новыми датчиками.',
  'koi8-r': 'Две компании сообщили в Москве, что вместе займутся новыми датчиками.',
  'windows-1252': 'Zwei Häuser erklärten in Österreich, künftig für Kühlgeräte zu bürgen.',
  'windows-1253': 'Οι δύο εταιρείες ανακοίνωσαν στην Αθήνα ότι θα συνεργαστούν.',
  'windows-1255': 'שתי החברות הודיעו כי יפתחו יחד מוצרים חדשים בשנה הבאה',
};

describe('declared nowhere', () => {
  test.each(Object.entries(sentence))('%s', async (charset, text) => {
    expect(await titleOf(encode(feed(text), charset))).toBe(text);
  });
});

const text = 'Zoë & 東京 😀'.replace('&', '+');

describe('whatever is declared', () => {
  test.each([
    ['a byte order mark of UTF-8', Buffer.from(`\uFEFF${feed(text, declared('big5'))}`)],
    ['valid UTF-8', Buffer.from(feed(text, declared('iso-8859-1')))],
    ['a byte order mark of UTF-16, little-endian', wide(`\uFEFF${feed(text, declared('utf-8'))}`, 2, true)],
    ['a byte order mark of UTF-16, big-endian', wide(`\uFEFF${feed(text, declared('utf-8'))}`, 2, false)],
    ['UTF-16 without a mark, little-endian', wide(feed(text, declared('utf-16')), 2, true)],
    ['UTF-16 without a mark, big-endian', wide(feed(text, declared('utf-16')), 2, false)],
    ['a byte order mark of UTF-32, little-endian', wide(`\uFEFF${feed(text)}`, 4, true)],
    ['a byte order mark of UTF-32, big-endian', wide(`\uFEFF${feed(text)}`, 4, false)],
    ['UTF-32 without a mark', wide(feed(text), 4, true)],
  ])('%s counts', async (_, body) => {
    expect(await titleOf(body, 'text/xml; charset=windows-1251')).toBe(text);
  });
});

test('the server counts more than the document', async () => {
  const body = encode(feed('Компании', declared('koi8-r')), 'windows-1251');
  expect(await titleOf(body, 'application/xml; charset=windows-1251')).toBe('Компании');
});

test('a charset that nobody knows counts nothing', async () => {
  const body = encode(feed('Компании', declared('windows-1251')), 'windows-1251');
  expect(await titleOf(body, 'application/xml; charset=x-unknown')).toBe('Компании');
});

test('a declaration of UTF-8 that is not true counts nothing', async () => {
  const body = encode(feed(sentence['windows-1251'] ?? '', declared('utf-8')), 'windows-1251');
  expect(await titleOf(body)).toBe(sentence['windows-1251']);
});

test('one broken byte in UTF-8 breaks one character', () => {
  const body = Buffer.concat([Buffer.from('<title>東京'), Buffer.of(0xe3), Buffer.from('で発表</title>')]);
  expect(decodeBytes(body)).toBe('<title>東京\uFFFDで発表</title>');
});

test('ISO-2022-JP is found although all of its bytes are ASCII', async () => {
  const body = Buffer.from(feed('\u001B$BElC+\u001B(B', declared('iso-2022-jp')), 'latin1');
  expect(await titleOf(body)).toMatch(/^\p{Script=Han}{2}$/u);
});

test('a <meta> counts where a page is declared in no other way', () => {
  const body = encode('<html><meta charset="koi8-r"><title>Компании</title>', 'koi8-r');
  expect(decodeBytes(body)).toContain('Компании');
});

test('any bytes are some text', () => {
  const anyType = fc.option(fc.string(), { nil: undefined });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), anyType, (body, contentType) => {
      expect(decodeBytes(body, contentType)).toBeTypeOf('string');
    }),
  );
});
