import {
  type APIApplication,
  type APIChannel,
  type APIUser,
  DiscordAPIError,
  REST,
  type RESTGetAPICurrentUserGuildsResult,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js';
import { type Diagnosis, diagnoses } from '../../diagnosis.ts';
import type { Destination } from '../../model.ts';
import { inEnglish } from '../../words/sentence.ts';
import type { Connection } from '../platform.ts';
import { membership } from './lacking.ts';
import { failure, networkTrouble, tokenRefused } from './outcome.ts';
import { inviteLink, type Membership, missing } from './permissions.ts';

const portal = 'https://discord.com/developers/applications';
const { ok, advice, trouble } = diagnoses('discord');
const deadlineMs = 10_000;

/** Whether the bot can log in to Discord, is set up to hear commands, and may post where people subscribed. */
export async function* examine(
  { token, apiUrl }: Omit<Connection, 'log'>,
  chats: readonly Destination[],
): AsyncGenerator<Diagnosis> {
  const base = apiUrl === undefined ? {} : { api: apiUrl.replace(/\/v\d+$/u, '') };
  const rest = new REST({ ...base, retries: 0, timeout: deadlineMs }).setToken(token);
  try {
    const me = (await rest.get(Routes.user())) as APIUser;
    const application = (await rest.get('/applications/@me')) as APIApplication & {
      readonly interactions_endpoint_url?: string | null;
    };
    yield ok(`The token is that of ${me.username}; no privileged intent is needed.`);
    yield* setUp(application);
    yield* connections((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult);
    const invite = inviteLink(application.id);
    const guilds = (await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult;
    yield guilds.length === 0
      ? trouble('The bot is in no server yet.', `Invite it: ${invite}`)
      : ok(`In ${guilds.length} server${guilds.length === 1 ? '' : 's'}; invite it to more with ${invite}`);
    yield* places(rest, me.id, chats, invite);
  } catch (error) {
    yield unreachable(error, apiUrl);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function unreachable(error: unknown, apiUrl: string | undefined): Diagnosis {
  if (error instanceof DiscordAPIError && error.status === 401) {
    const [says = '', mend = ''] = inEnglish(tokenRefused).split(': ');
    return trouble(`${says}.`, `${mend[0]?.toUpperCase()}${mend.slice(1)}`);
  }
  const said = error instanceof DiscordAPIError && Number(error.code) > 0 ? error.message : undefined;
  const network = inEnglish(networkTrouble(error) ?? said ?? 'What answers there is not Discord');
  return trouble(
    `${network.replace(/\.$/u, '')}.`,
    `Let this machine reach ${apiUrl ?? 'https://discord.com'}, or correct DISCORD_API_URL.`,
  );
}

function* setUp(application: {
  readonly id: string;
  readonly bot_require_code_grant: boolean;
  readonly interactions_endpoint_url?: string | null;
}): Generator<Diagnosis> {
  if (application.interactions_endpoint_url) {
    yield trouble(
      'Slash commands are sent to a web address instead of to this bot.',
      `Empty "Interactions Endpoint URL" at ${portal}/${application.id}/information.`,
    );
  }
  if (application.bot_require_code_grant) {
    yield trouble(
      'Nobody can invite the bot, because it requires a code grant.',
      `Turn off "Requires OAuth2 Code Grant" at ${portal}/${application.id}/bot.`,
    );
  }
}

function* connections({ session_start_limit: limit }: RESTGetAPIGatewayBotResult): Generator<Diagnosis> {
  const hours = Math.ceil(limit.reset_after / 3_600_000);
  if (limit.remaining === 0) {
    yield trouble(
      `All ${limit.total} log-ins of the day are used up.`,
      `Wait ${hours} h, and find out what restarts the bot so often: its log says why it ends.`,
    );
  } else if (limit.remaining < limit.total / 10) {
    yield advice(
      `Only ${limit.remaining} of ${limit.total} log-ins are left for the next ${hours} h.`,
      'Find out what restarts the bot so often: its log says why it ends.',
    );
  }
}

/** Whether the bot may post in each channel; what channels of one server share is asked for once. */
async function* places(
  rest: REST,
  user: string,
  chats: readonly Destination[],
  invite: string,
): AsyncGenerator<Diagnosis> {
  const memberships = new Map<string, Promise<Membership>>();
  const channel = async (id: string) => (await rest.get(Routes.channel(id))) as APIChannel;
  let fine = 0;
  for (const { chat, topic } of chats) {
    const id = topic ?? chat;
    try {
      const asked = await channel(id);
      const guild = 'guild_id' in asked ? asked.guild_id : undefined;
      if (guild === undefined) {
        fine += 1;
        continue;
      }
      const known = memberships.get(guild) ?? membership(rest, guild, user);
      memberships.set(guild, known);
      const parent =
        topic !== undefined && 'parent_id' in asked && asked.parent_id ? asked.parent_id : undefined;
      const lacks = missing(
        await known,
        parent === undefined ? asked : await channel(parent),
        parent !== undefined,
      ).map(inEnglish);
      if (lacks.length === 0) fine += 1;
      else {
        yield trouble(
          `Posts to channel ${id} are refused: ${lacks.join(', ')} missing.`,
          `Allow the bot ${lacks.join(', ')} in that channel's settings under Permissions, or invite it again: ${invite}`,
        );
      }
    } catch (error) {
      const reason = failure(error);
      if (!reason || reason.is === 'wait' || reason.is === 'halted') throw error;
      yield trouble(
        `Channel ${id} is subscribed but out of reach: ${'reason' in reason ? inEnglish(reason.reason) : ''}`,
        `Invite the bot again (${invite}) or say /unsubscribe for that channel.`,
      );
    }
  }
  if (fine > 0) yield ok(`May post in ${fine} subscribed channel${fine === 1 ? '' : 's'}.`);
}
