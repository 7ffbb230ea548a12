import {
  type APIChannel,
  ChannelType,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  RequestMethod,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { cut, type Message } from '../../message.ts';
import type { Destination } from '../../model.ts';
import type { SendOptions, SendOutcome } from '../platform.ts';
import { failure } from './outcome.ts';
import { attempt, deadlineMs, files, written } from './send.ts';

/** https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
const limits = { name: 100, tags: 5 } as const;
/** For how long tags are not asked for again. */
const freshMs = 10 * 60_000;
const sameThreadMs = 86_400_000;

/** Forum channels, where a post is a thread. */
export interface Forums {
  /** Begins a thread; what it is named by says thread and message, which on Discord have one id. */
  begin(to: Destination, message: Message, options: SendOptions): Promise<SendOutcome>;
}

interface Forum {
  readonly guild: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly readAt: number;
}

/** @param rest must not repeat requests: nothing marks the repeat of a thread. */
export function forums(rest: REST): Forums {
  const known = new Map<string, Forum>();

  async function read(id: string): Promise<Forum> {
    const before = known.get(id);
    if (before && Date.now() - before.readAt < freshMs) return before;
    const channel = (await rest.get(Routes.channel(id))) as APIChannel;
    const available = channel.type === ChannelType.GuildForum ? channel.available_tags : [];
    const forum: Forum = {
      guild: 'guild_id' in channel ? channel.guild_id : undefined,
      // Tags of moderators would have the whole post refused.
      tags: new Map(available.filter((tag) => !tag.moderated).map((tag) => [named(tag.name), tag.id])),
      readAt: Date.now(),
    };
    known.set(id, forum);
    return forum;
  }

  /** The thread that an earlier attempt began, when sight of it was lost. */
  async function begun(id: string, guild: string | undefined, name: string): Promise<string | undefined> {
    if (guild === undefined) return undefined;
    const { threads } = (await rest.get(Routes.guildActiveThreads(guild))) as RESTGetAPIGuildThreadsResult;
    return threads.find(
      (thread) =>
        'parent_id' in thread &&
        thread.parent_id === id &&
        thread.name === name &&
        SnowflakeUtil.timestampFrom(thread.id) > Date.now() - sameThreadMs,
    )?.id;
  }

  return {
    async begin(to, message, { thread, silent = false, again }) {
      const name = cut(titleOf(message), limits.name);
      try {
        const { guild, tags } = await read(to.chat);
        const earlier = again ? await begun(to.chat, guild, name) : undefined;
        if (earlier !== undefined) return { is: 'sent', message: `${earlier}/${earlier}` };
        const wanted = new Set((thread?.tags ?? []).flatMap((tag) => tags.get(named(tag)) ?? []));
        const outcome = await attempt(
          rest,
          to,
          rest.queueRequest({
            method: RequestMethod.Post,
            fullRoute: Routes.threads(to.chat),
            body: {
              name,
              message: written(message, silent),
              ...(wanted.size > 0 ? { applied_tags: [...wanted].slice(0, limits.tags) } : {}),
            },
            ...files(message),
            signal: AbortSignal.timeout(deadlineMs),
          }),
        );
        return outcome.is === 'sent'
          ? { ...outcome, message: `${outcome.message}/${outcome.message}` }
          : outcome;
      } catch (error) {
        const outcome = failure(error);
        if (!outcome) throw error;
        return outcome;
      }
    },
  };
}

const named = (tag: string): string => tag.trim().toLowerCase();

/** A thread must have a name; messages begin with their heading. */
const titleOf = ({ blocks: [first] }: Message): string =>
  (first && first.is !== 'list' ? first.spans.map(({ text }) => text).join('') : '')
    .replaceAll(/\s+/gu, ' ')
    .trim() || 'Pactwire';
