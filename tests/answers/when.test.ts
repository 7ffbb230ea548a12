import { describe, expect, it } from 'vitest';
import { quietInWords, readQuietHours, readWhen, whenInWords } from '../../src/answers/when.ts';
import { words } from '../../src/words/words.ts';

describe('when, as people say it', () => {
  it.each([
    ['every weekday 9:00', '0 9 * * 1-5'],
    ['weekdays at 8:30', '30 8 * * 1-5'],
    ['daily 9:00', '0 9 * * *'],
    ['every day at 9am and 6pm', '0 9,18 * * *'],
    ['monday, thursday 8.30', '30 8 * * 1,4'],
    ['every Friday', '0 9 * * 5'],
    ['hourly', '0 * * * *'],
    ['every 6 hours', '0 */6 * * *'],
    ['werktags um 9 Uhr', '0 9 * * 1-5'],
    ['jeden Montag 7:15', '15 7 * * 1'],
    ['cada día a las 8:00', '0 8 * * *'],
    ['tous les jours à 18h', '0 18 * * *'],
    ['每天 9点', '0 9 * * *'],
    ['周一 9:00', '0 9 * * 1'],
    ['平日 18時', '0 18 * * 1-5'],
    ['18:00', '0 18 * * *'],
    ['0 9 * * 1-5', '0 9 * * 1-5'],
    ['*/15 8-18 * * *', '*/15 8-18 * * *'],
  ])('%s', (said, cron) => expect(readWhen(said)).toEqual({ ok: true, when: { is: 'digest', cron } }));

  it.each(['instant', 'sofort', '立即'])('%s is at once', (said) =>
    expect(readWhen(said)).toEqual({ ok: true, when: { is: 'instant' } }),
  );

  it.each([
    '',
    'often',
    '25:00',
    'every 5 hours',
    '9:00 and 18:30',
    '99 9 * * *',
    '0 9 * * 8',
    '* * * *',
    '*/0 9 * * *',
    '5/10 9 * * *',
    '0 9 30 2 *',
    '0 9 31 4,6 *',
  ])('"%s" is not understood', (said) => expect(readWhen(said)).toEqual({ ok: false }));
});

describe('when, as we say it', () => {
  it.each([
    [undefined, 'as soon as I notice them'],
    ['0 9 * * 1-5', 'in one message every weekday at 9:00 AM'],
    ['0 9,18 * * *', 'in one message every day at 9:00 AM and 6:00 PM'],
    ['30 8 * * 1,4', 'in one message every Monday and Thursday at 8:30 AM'],
    ['0 * * * *', 'in one message every hour'],
    ['0 */6 * * *', 'in one message every 6 hours'],
    ['*/15 8-18 * * *', 'in one message by the schedule */15 8-18 * * *'],
  ])('%s', (cron, said) =>
    expect(
      whenInWords(cron === undefined ? undefined : { is: 'digest', cron }, words('en')).replaceAll(
        '\u202f',
        ' ',
      ),
    ).toBe(said),
  );
});

it.each([
  ['22-7', { from: '22:00', to: '07:00' }],
  ['22:30 - 06:15', { from: '22:30', to: '06:15' }],
  ['22 bis 7', { from: '22:00', to: '07:00' }],
  ['9-9', undefined],
  ['25-7', undefined],
  ['night', undefined],
])('quiet hours %s', (said, expected) => expect(readQuietHours(said)).toEqual(expected));

it.each([
  ['en', '10:00 PM – 7:30 AM'],
  ['de', '22:00 – 07:30'],
] as const)('quiet hours are told as clocks are read in %s', (language, told) =>
  expect(quietInWords({ from: '22:00', to: '07:30' }, words(language))).toBe(told),
);
