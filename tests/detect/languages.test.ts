import { describe, expect, it } from 'vitest';
import { detect } from '../../src/detect/detect.ts';

/** Sentences of our own about invented companies. */
const partnerships: readonly (readonly [language: string, title: string, text: string])[] = [
  [
    'en',
    'Halden Optics and Northwind Robotics join forces on surveying drones',
    'The two companies announced a partnership on Monday.',
  ],
  [
    'en',
    'Northwind Robotics partners with Halden Optics to map the sea floor',
    'Under the agreement the companies will develop sensors together.',
  ],
  [
    'de',
    'Halden Optics kooperiert mit Nordwind Robotik bei Drohnen',
    'Die beiden Unternehmen haben eine strategische Partnerschaft vereinbart.',
  ],
  [
    'fr',
    'Halden Optics s’associe à Northwind Robotics pour des drones',
    'Les deux entreprises ont annoncé un partenariat stratégique.',
  ],
  [
    'es',
    'Halden Optics y Northwind Robotics firman una alianza estratégica',
    'Las dos empresas desarrollarán sensores de forma conjunta.',
  ],
  [
    'ru',
    'Halden Optics и Northwind Robotics объявили о партнёрстве',
    'Компании договорились о сотрудничестве и будут совместно разрабатывать датчики.',
  ],
  ['zh', '松岳汽车与蓝湾科技达成战略合作', '双方将共同开发智能座舱。'],
  ['ja', '蒼山電機と白浜システムズが業務提携', '両社は共同でセンサーを開発すると発表した。'],
  [
    'ko',
    '삼성전자와 현대자동차, 전략적 제휴 체결',
    '양사는 공동으로 센서를 개발하기 위해 협력한다고 밝혔다.',
  ],
];

const others: readonly (readonly [language: string, title: string, text: string])[] = [
  ['en', 'Halden Optics acquires Northwind Robotics for $2 billion', 'The takeover is to close next year.'],
  [
    'en',
    'Court rules against Halden Optics in patent lawsuit',
    'The judge ordered the company to pay damages.',
  ],
  ['de', 'Halden Optics steigert den Gewinn im dritten Quartal', 'Der Umsatz wuchs um acht Prozent.'],
  ['fr', 'Test : le nouvel appareil photo de Halden Optics', 'Notre avis après deux semaines.'],
  ['es', 'Cómo elegir un portátil para el nuevo curso', 'La batería importa más que el procesador.'],
  ['ru', 'Halden Optics представила новый фотоаппарат', 'Он поступит в продажу осенью.'],
  ['zh', '松岳汽车第三季度营收增长百分之八', '公司公布财报。'],
  ['ja', '蒼山電機、新型カメラを発売', '価格は5万円。'],
  ['ko', '현대자동차 3분기 매출 8% 증가', '회사가 실적을 발표했다.'],
];

describe('eight languages', () => {
  it.each(partnerships)('%s: %s', (language, title, text) => {
    expect(detect({ title, text, language })).toMatchObject({ partnership: true });
    expect(detect({ title, text, language }).evidence).not.toBe('');
  });

  it.each(others)('%s, no partnership: %s', (language, title, text) => {
    expect(detect({ title, text, language })).toMatchObject({ partnership: false });
  });

  it.each([
    ['rumoured', 'Halden Optics is reportedly in talks with Northwind Robotics over a joint venture'],
    ['ended', 'Halden Optics ends partnership with Northwind Robotics'],
    ['extended', 'Halden Optics and Northwind Robotics extend their partnership for five years'],
    ['announced', 'Halden Optics teams up with Northwind Robotics'],
  ])('tells the stage: %s', (stage, title) => {
    expect(detect({ title, text: '', language: 'en' })).toMatchObject({
      partnership: true,
      stage,
      partners: expect.arrayContaining(['Halden Optics', 'Northwind Robotics']) as string[],
    });
  });
});
