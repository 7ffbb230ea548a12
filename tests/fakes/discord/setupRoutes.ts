import { apiError } from './faults.ts';
import type { Route } from './routes.ts';
import { channelDetails, userObject, type World } from './world.ts';

const ok = (body: unknown) => ({ status: 200, body });
const missingAccess = apiError(403, 50_001, 'Missing Access');

/** What a bot can ask about itself, its application and its place in the server; shapes of resources/{application,guild,channel}. */
export const setupRoutes = (world: World, gatewayUrl: string): readonly Route[] => {
  const { standing, guild, application } = world;
  const role = { id: String(BigInt(guild) + 1n), permissions: () => String(standing.permissions) };
  return [
    { method: 'GET', path: '/users/@me', handle: () => ok(userObject(application, true)) },
    {
      method: 'GET',
      path: '/applications/@me',
      handle: () =>
        ok({
          id: application,
          name: 'Pactwire',
          bot_public: true,
          bot_require_code_grant: standing.requiresCodeGrant,
          interactions_endpoint_url: standing.interactionsUrl,
          flags: 0,
        }),
    },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      handle: () =>
        ok(
          standing.member
            ? [{ id: guild, name: 'A server', owner: false, permissions: role.permissions() }]
            : [],
        ),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}',
      handle: () =>
        standing.member
          ? ok({
              id: guild,
              name: 'A server',
              owner_id: '100000000000000001',
              roles: [
                { id: guild, name: '@everyone', permissions: '0' },
                { id: role.id, name: 'Pactwire', permissions: role.permissions() },
              ],
            })
          : apiError(404, 10_004, 'Unknown Guild'),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/members/{user_id}',
      handle: () => ok({ user: userObject(application, true), roles: [role.id] }),
    },
    {
      method: 'GET',
      path: '/channels/{channel_id}',
      handle({ params }) {
        const channel = world.channels.get(params['channel_id'] ?? '');
        if (!channel) return apiError(404, 10_003, 'Unknown Channel');
        if (channel.guild !== undefined && !standing.member) return missingAccess;
        const deny = standing.denied.get(channel.id);
        return ok({
          id: channel.id,
          type: channel.type,
          name: 'news',
          ...(channel.guild === undefined ? {} : { guild_id: channel.guild }),
          ...channelDetails(channel),
          permission_overwrites:
            deny === undefined ? [] : [{ id: guild, type: 0, allow: '0', deny: String(deny) }],
        });
      },
    },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () =>
        ok({
          url: gatewayUrl,
          shards: standing.shards,
          session_start_limit: {
            total: 1_000,
            remaining: standing.sessionsLeft,
            reset_after: 86_400_000,
            max_concurrency: standing.maxConcurrency,
          },
        }),
    },
  ];
};
