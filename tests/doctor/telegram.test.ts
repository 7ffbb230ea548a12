import { describe, expect, it } from 'vitest';
import { type Case, examined, group, mending, onFreshPlatforms, telegram, troubles } from './patient.ts';

onFreshPlatforms();

const cases: readonly Case[] = [
  [
    'a Telegram token that was revoked',
    ({ env }) => Object.assign(env, { TELEGRAM_TOKEN: '123:AAanother' }),
    'telegram',
    /refuses the token/u,
    /@BotFather for it again with \/token .*TELEGRAM_TOKEN/u,
  ],
  [
    'a Telegram address where nobody answers',
    ({ env }) => Object.assign(env, { TELEGRAM_API_URL: 'http://127.0.0.1:1' }),
    'telegram',
    /could not be reached \(ECONNREFUSED\)/u,
    /correct TELEGRAM_API_URL/u,
  ],
  [
    'a bot that may not join groups',
    () => Object.assign(telegram.profile, { can_join_groups: false }),
    'telegram',
    /Nobody can add the bot/u,
    /@BotFather \/setjoingroups/u,
  ],
  [
    'privacy mode turned off',
    () => Object.assign(telegram.profile, { can_read_all_group_messages: true }),
    'telegram',
    /Privacy mode is off/u,
    /@BotFather \/setprivacy, choose @pactwire_bot, then Enable/u,
  ],
  [
    "a webhook of the token's former life",
    () => Object.assign(telegram.webhook, { url: 'https://old.example/secret-path' }),
    'telegram',
    /a webhook at old\.example instead/u,
    /Stop the program that answers there/u,
  ],
  [
    'a group that removed the bot',
    () => Object.assign(telegram.addChat(group), { bot: { status: 'kicked' } }),
    'telegram',
    /was removed/u,
    /Add the bot to it again/u,
  ],
  [
    'a channel where the bot may not post',
    () =>
      Object.assign(telegram.addChat(group), {
        bot: { status: 'administrator', can_post_messages: false },
      }),
    'telegram',
    /without the right to post/u,
    /"Post messages"/u,
  ],
  [
    'a group that muted the bot',
    () =>
      Object.assign(telegram.addChat(group), {
        bot: { status: 'restricted', is_member: true, can_send_messages: false },
      }),
    'telegram',
    /may not write there/u,
    /right to send messages/u,
  ],
];

describe('the doctor asks Telegram and', () => {
  it.each(cases)('says how to mend %s', async (_name, arrange, check, says, mend) => {
    expect(troubles(await examined(arrange))).toContainEqual(mending(check, says, mend));
  });
});
