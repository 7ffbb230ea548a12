import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { type Block, fit, type Message } from '../../message.ts';
import { components } from './components.ts';
import { linkable } from './escape.ts';
import { blockMarkdown, titleMarkdown } from './markdown.ts';

/**
 * Characters an embed may hold (https://discord.com/developers/docs/resources/message#embed-object-embed-limits).
 * Title and description together stay below the 6000 of a whole message.
 */
export const limits = { title: 256, description: 4_096 } as const;

export type Payload = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'allowed_mentions'> &
  Required<Pick<RESTPostAPIChannelMessageJSONBody, 'embeds' | 'components'>>;

/** A message as one embed: the first heading is its title, all else its description; nobody is ever mentioned. */
export const render = (message: Message): Payload => ({
  ...called(message),
  embeds: [embed(message)],
  components: components(message),
});

/** Only those who are called deliberately are; nothing in a text calls anybody. */
function called({
  mentions = [],
}: Message): Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'allowed_mentions'> {
  const ids = (kind: string) =>
    mentions.flatMap((one) => (one.startsWith(`${kind}:`) ? [one.slice(kind.length + 1)] : []));
  const [roles, users] = [ids('role'), ids('user')];
  if (roles.length + users.length === 0) return { allowed_mentions: { parse: [] } };
  const content = [...roles.map((id) => `<@&${id}>`), ...users.map((id) => `<@${id}>`)].join(' ');
  return { content, allowed_mentions: { roles, users } };
}

function embed(message: Message): APIEmbed {
  const [first, ...rest] = message.blocks;
  const heading = first?.is === 'heading' ? first : undefined;
  const name = heading && titled(heading);
  const body = fit(
    { blocks: heading ? rest : message.blocks },
    limits.description,
    (fitted) => description(fitted.blocks).length,
  );
  const url = linkable(heading?.spans.find(({ href }) => href !== undefined)?.href ?? message.link);
  const picture = message.file?.type.startsWith('image/') ? `attachment://${message.file.name}` : undefined;
  const image = picture ?? linkable(message.image);
  return {
    ...(name ? { title: name, ...(url === undefined ? {} : { url }) } : {}),
    description: description(body.blocks),
    ...(message.colour === undefined ? {} : { color: message.colour }),
    ...(image === undefined ? {} : { image: { url: image } }),
  };
}

const titled = (heading: Block): string =>
  title(fit({ blocks: [heading] }, limits.title, (fitted) => title(fitted).length));

const title = ({ blocks: [block] }: Message): string =>
  block?.is === 'heading' ? titleMarkdown(block.spans) : '';

const description = (blocks: readonly Block[]): string => blocks.map(blockMarkdown).join('\n\n').trim();
