import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Case, discord, examined, mending, onFreshPlatforms, telegram, troubles } from './patient.ts';

onFreshPlatforms();

const embedLinks = 1n << 14n;
const sendInThreads = 1n << 38n;

const cases: readonly Case[] = [
  [
    'a Discord token that was reset',
    ({ env }) => Object.assign(env, { DISCORD_TOKEN: 'MTA1.another.token' }),
    'discord',
    /refuses the token/u,
    /Copy it again from .*Reset Token, into DISCORD_TOKEN/u,
  ],
  [
    'a Discord address where nobody answers',
    ({ env }) => Object.assign(env, { DISCORD_API_URL: 'http://127.0.0.1:1/api' }),
    'discord',
    /cannot be reached \(ECONNREFUSED\)/u,
    /correct DISCORD_API_URL/u,
  ],
  [
    'a Discord address where another program answers',
    ({ env }) => Object.assign(env, { DISCORD_API_URL: telegram.apiUrl }),
    'discord',
    /What answers there is not Discord/u,
    /correct DISCORD_API_URL/u,
  ],
  [
    'an application that sends its commands elsewhere',
    () => Object.assign(discord.standing, { interactionsUrl: 'https://old.example/hook' }),
    'discord',
    /sent to a web address/u,
    /Empty "Interactions Endpoint URL" at https:\/\/discord\.com\/developers/u,
  ],
  [
    'an application that nobody can invite',
    () => Object.assign(discord.standing, { requiresCodeGrant: true }),
    'discord',
    /requires a code grant/u,
    /Turn off "Requires OAuth2 Code Grant"/u,
  ],
  [
    'a bot that restarted until Discord had enough',
    () => Object.assign(discord.standing, { sessionsLeft: 0 }),
    'discord',
    /All 1000 log-ins of the day/u,
    /Wait 24 h/u,
  ],
  [
    'a bot that is in no server',
    (patient) => {
      discord.standing.member = false;
      patient.env['STORE_URL'] = `sqlite:${join(patient.folder, 'fresh.db')}`;
    },
    'discord',
    /in no server/u,
    /Invite it: https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+.*permissions=\d+$/u,
  ],
  [
    'a subscribed channel that was deleted',
    ({ subscribed }) => subscribed.push({ platform: 'discord', chat: '1'.repeat(18) }),
    'discord',
    /no longer exists/u,
    /\/unsubscribe/u,
  ],
  [
    'a channel that lost Embed Links',
    () => discord.standing.denied.set(discord.channels.text, embedLinks),
    'discord',
    /Embed Links missing/u,
    /Allow the bot Embed Links in that channel's settings/u,
  ],
  [
    'a thread whose channel forbids writing in threads',
    () => discord.standing.denied.set(discord.channels.text, sendInThreads),
    'discord',
    /Send Messages in Threads missing/u,
    /Allow the bot Send Messages in Threads/u,
  ],
];

describe('the doctor asks Discord and', () => {
  it.each(cases)('says how to mend %s', async (_name, arrange, check, says, mend) => {
    expect(troubles(await examined(arrange))).toContainEqual(mending(check, says, mend));
  });
});
