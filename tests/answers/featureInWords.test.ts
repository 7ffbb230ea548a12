import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featureInWords } from '../../src/answers/featureInWords.ts';
import model from '../../src/detect/models/partnership.json' with { type: 'json' };
import { spoken, words } from '../../src/words/words.ts';

const gazetteer = readFileSync(new URL('../../src/detect/names/organisations.txt', import.meta.url), 'utf8');
const weights = new Map(model.weights as [feature: string, weight: number][]);

describe('a feature is told as', () => {
  it.each<[feature: string, english: string, german: string]>([
    ['t:teams up', 'Title: “teams up”', 'Titel: „teams up“'],
    ['a:with ORG', 'Title or beginning: “with …”', 'Titel oder Anfang: „with …“'],
    ['t:NUM', 'Title: a number', 'Titel: eine Zahl'],
    ['t.join', 'Title: joining forces', 'Titel: ein Zusammengehen'],
    [
      'any.hedge',
      'Title or beginning: mere talks or rumours',
      'Titel oder Anfang: bloße Gespräche oder Gerüchte',
    ],
    ['r.sign', 'Further on: a signing', 'Weiter unten: eine Unterzeichnung'],
    ['t.bonds=0', 'Title: no words of cooperation', 'Titel: keine Worte der Zusammenarbeit'],
    ['t.bonds=2', 'Title: words of cooperation of 2 kinds', 'Titel: Worte der Zusammenarbeit von 2 Arten'],
    ['t.orgs=1', 'Title: 1 company', 'Titel: 1 Firma'],
    ['t.pact', 'Title: a pact', 'Titel: ein Abkommen'],
    [
      'l.sector bank',
      'Beginning of the text: a company of the field “banking”',
      'Anfang des Textes: eine Firma aus dem Bereich „Banken“',
    ],
    [
      'tl.sectors=2&none',
      'Title and beginning: companies of 2 fields; no words of cooperation',
      'Titel und Anfang: Firmen aus 2 Bereichen; keine Worte der Zusammenarbeit',
    ],
    [
      'sectors same',
      'Title and beginning: two companies of the same field',
      'Titel und Anfang: zwei Firmen aus demselben Bereich',
    ],
    ['t.orgs=4', 'Title: 4 companies or more', 'Titel: 4 Firmen oder mehr'],
    [
      't.orgs=3&bond',
      'Title: 3 companies or more; words of cooperation',
      'Titel: 3 Firmen oder mehr; Worte der Zusammenarbeit',
    ],
    [
      'tl.orgs=2&none',
      'Title and beginning: 2 companies; no words of cooperation',
      'Titel und Anfang: 2 Firmen; keine Worte der Zusammenarbeit',
    ],
    ['tl.same=0', 'Title and beginning: no company in common', 'Titel und Anfang: keine gemeinsame Firma'],
    [
      'tl.bonds=10',
      'Title and beginning: words of cooperation in the title alone',
      'Titel und Anfang: Worte der Zusammenarbeit nur im Titel',
    ],
    [
      'tl.deal&bond',
      'Title and beginning: in the title an agreement, then a partnership',
      'Titel und Anfang: im Titel eine Vereinbarung, dann eine Partnerschaft',
    ],
    ['t.join&opinion', 'Title: joining forces; an opinion', 'Titel: ein Zusammengehen; eine Meinung'],
    [
      't.none&fund',
      'Title: money raised, without words of cooperation',
      'Titel: eine Finanzierung, ohne Worte der Zusammenarbeit',
    ],
    [
      'l.bond never&_',
      'Beginning of the text: no words of cooperation; the title has none',
      'Anfang des Textes: keine Worte der Zusammenarbeit; der Titel hat keine',
    ],
    [
      'l.bond later',
      'Beginning of the text: words of cooperation only later',
      'Anfang des Textes: Worte der Zusammenarbeit erst später',
    ],
    [
      't.ORG join _',
      'Title: joining forces, before it a company, behind it nobody',
      'Titel: ein Zusammengehen, davor eine Firma, dahinter niemand',
    ],
    [
      'l._ "partnership with" ORG',
      'Beginning of the text: “partnership with”, before it nobody, behind it a company',
      'Anfang des Textes: „partnership with“, davor niemand, dahinter eine Firma',
    ],
    [
      't>join(T,O)+with',
      'Title: joining forces, before it a company of the title, behind it another company; joined by a word like “with”',
      'Titel: ein Zusammengehen, davor eine Firma des Titels, dahinter eine andere Firma; verbunden durch ein Wort wie „mit“',
    ],
    [
      'l>bond+old',
      'Beginning of the text: a partnership; told as past',
      'Anfang des Textes: eine Partnerschaft; als Vergangenes erzählt',
    ],
    [
      'm>make(X,_)+hedge',
      'Further on: making something, before it a company, behind it nobody; beside it mere talks or rumours',
      'Weiter unten: etwas, das entsteht, davor eine Firma, dahinter niemand; daneben bloße Gespräche oder Gerüchte',
    ],
    [
      't-^ ORGS launch',
      'Title: first several companies – a launch',
      'Titel: zuerst mehrere Firmen – eine Markteinführung',
    ],
    ['t+with', 'Title: a word like “with”', 'Titel: ein Wort wie „mit“'],
  ])('%s', (feature, english, german) => {
    expect(featureInWords(feature, words('en'))).toBe(english);
    expect(featureInWords(feature, words('de'))).toBe(german);
  });

  it('what a company does, for every field of the gazetteer', () => {
    const fields = [...gazetteer.matchAll(/^\[(.+)\]$/gmu)].map(([, field]) => field);
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((field) => featureInWords(`t.sector ${field}`, words('en')) === undefined)).toEqual(
      [],
    );
  });

  it.each(['t+lead', 'l-^ ORG subject', 't.unheard', 't.sector unheard', 't>unheard(T,T)', 'something else'])(
    'its name where there is no better word: %s',
    (feature) => expect(featureInWords(feature, words('en'))).toBeUndefined(),
  );
});

it.each(spoken)('most of what weighs is told in words in %s', (language) => {
  const speech = words(language);
  const weight = (some: readonly string[]) =>
    some.reduce((sum, name) => sum + Math.abs(weights.get(name) ?? 0), 0);
  const all = [...weights.keys()];
  const told = all.filter((name) => featureInWords(name, speech) !== undefined);
  expect(weight(told) / weight(all)).toBeGreaterThan(0.75);
});
