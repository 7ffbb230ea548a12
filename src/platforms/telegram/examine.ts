import { type Diagnosis, diagnoses } from '../../diagnosis.ts';
import type { Destination } from '../../model.ts';
import { inEnglish } from '../../words/sentence.ts';
import type { Connection } from '../platform.ts';
import { type Api, api as connect, type Failure } from './api.ts';
import { isTokenRefused, outcome } from './outcome.ts';

const { ok, advice, trouble } = diagnoses('telegram');
const limits = { timeoutMs: 10_000 };

/** Whether the bot can log in to Telegram, may join groups, hears its commands, and may post where people subscribed. */
export async function* examine(
  connection: Omit<Connection, 'log'>,
  chats: readonly Destination[],
): AsyncGenerator<Diagnosis> {
  const api = connect(connection);
  const me = await api.call('getMe', {}, limits);
  if (!me.ok) return yield loggedOut(me.failure, connection.apiUrl);
  const { id, username, can_join_groups: joins, can_read_all_group_messages: readsAll } = me.result;
  yield ok(`The token is that of @${username}: https://t.me/${username}`);
  yield joins
    ? ok(`May be added to groups: https://t.me/${username}?startgroup=true`)
    : trouble(
        'Nobody can add the bot to a group.',
        `Tell @BotFather /setjoingroups, choose @${username}, then Enable.`,
      );
  yield readsAll
    ? advice(
        'Privacy mode is off: Telegram sends the bot everything that is said in its groups, and it needs commands only.',
        `Tell @BotFather /setprivacy, choose @${username}, then Enable; then add the bot to its groups again.`,
      )
    : ok('Privacy mode is on: the bot is sent commands only, which is all it needs.');
  yield* webhook(api);
  yield* places(api, id, chats);
}

function loggedOut(failure: Failure, apiUrl: string | undefined): Diagnosis {
  return isTokenRefused(failure)
    ? trouble(
        'Telegram refuses the token.',
        'Ask @BotFather for it again with /token and put it into TELEGRAM_TOKEN.',
      )
    : trouble(
        failure.is === 'silence'
          ? failure.reason['code'] === 'invalid-json'
            ? 'What answers there is not Telegram.'
            : `${inEnglish(failure.reason)}.`
          : `Telegram answers ${failure.code} "${failure.description}".`,
        `Let this machine reach ${apiUrl ?? 'https://api.telegram.org'}, or correct TELEGRAM_API_URL.`,
      );
}

async function* webhook(api: Api): AsyncGenerator<Diagnosis> {
  const asked = await api.call('getWebhookInfo', {}, limits);
  const host = asked.ok && asked.result.url ? URL.parse(asked.result.url)?.host : undefined;
  if (host !== undefined) {
    yield trouble(
      `Telegram sends commands to a webhook at ${host} instead of to this bot.`,
      'Stop the program that answers there; then start Pactwire, which takes the webhook back.',
    );
  }
}

async function* places(api: Api, me: number, chats: readonly Destination[]): AsyncGenerator<Diagnosis> {
  let fine = 0;
  for (const to of chats) {
    const standing = await api.call('getChatMember', { chat_id: to.chat, user_id: me }, limits);
    const refusal = standing.ok ? unfit(standing.result) : refused(standing.failure, to);
    if (refusal === undefined) fine += 1;
    else yield trouble(`Chat ${to.chat} is subscribed but out of reach: ${refusal[0]}`, refusal[1]);
  }
  if (fine > 0) yield ok(`May post in ${fine} subscribed chat${fine === 1 ? '' : 's'}.`);
}

type Refusal = readonly [says: string, mend: string];

const again = 'Add the bot to it again, and send /subscribe there.';

/** Why a member of this standing cannot write; see https://core.telegram.org/bots/api#chatmember. */
function unfit(member: { readonly status: string }): Refusal | undefined {
  if (member.status === 'left' || member.status === 'kicked') return ['the bot was removed from it.', again];
  if (member.status === 'restricted' && !('can_send_messages' in member && member.can_send_messages)) {
    return ['the bot may not write there.', 'Give it the right to send messages in the chat settings.'];
  }
  if (
    member.status === 'administrator' &&
    'can_post_messages' in member &&
    member.can_post_messages === false
  ) {
    return [
      'the bot is an administrator without the right to post.',
      'Give it "Post messages" in the channel\'s administrator settings.',
    ];
  }
  return undefined;
}

function refused(failure: Failure, to: Destination): Refusal | undefined {
  const what = outcome(failure, to);
  switch (what.is) {
    case 'gone':
    case 'refused':
      return [inEnglish(what.reason), again];
    case 'moved':
      return ['the group became a supergroup.', 'Nothing to do: the next post follows it.'];
    case 'wait':
    case 'halted':
      return [`${inEnglish(what.reason)}.`, 'Ask the doctor again in a minute.'];
    case 'sent':
      return undefined;
  }
}
