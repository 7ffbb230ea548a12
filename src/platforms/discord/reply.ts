import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { find } from '../../find.ts';
import { type Attachment, largestFile } from '../../message.ts';
import { answerOf } from './answerOf.ts';
import { asCall, optionValues, pathOf } from './call.ts';
import type { Answering } from './heard.ts';

/**
 * Answers one use of a slash command. Discord gives three seconds for a first response and fifteen minutes for
 * the answer, so the first response is a promise of one; whether only the caller sees it is decided then.
 */
export async function reply(interaction: ChatInputCommandInteraction, { desk }: Answering): Promise<void> {
  const call = asCall(interaction, {
    command: pathOf(interaction),
    options: optionValues(interaction.options.data),
    progress: async (message) => void (await interaction.editReply(answerOf(message))),
    ...fileOf(interaction),
  });
  const command = find(desk.commands, call)?.command;
  const isRefused = command?.access === 'admins' && !(await call.isAdmin());
  const isPublic = command?.audience === 'chat' && !isRefused;
  await interaction.deferReply(shownTo(isPublic));
  const answer = await desk.answer(call);
  if (!isPublic || answer.shown !== 'aside') return void (await interaction.editReply(answerOf(answer)));
  // What was promised to all is for the caller alone.
  await interaction.deleteReply();
  const { attachments: _, ...said } = answerOf(answer);
  await interaction.followUp({ ...said, ...shownTo(false) } as never);
}

const shownTo = (everyone: boolean) => (everyone ? {} : ({ flags: MessageFlags.Ephemeral } as const));

/** The file of the first option that is one, fetched when it is wanted. */
function fileOf({ options }: ChatInputCommandInteraction): { file?: () => Promise<Attachment | undefined> } {
  const given = options.data.flatMap((one) => [one, ...(one.options ?? [])]);
  const attachment = given.find((one) => one.attachment)?.attachment;
  if (!attachment) return {};
  return {
    async file() {
      if (attachment.size > largestFile) return undefined;
      const response = await fetch(attachment.url, { signal: AbortSignal.timeout(30_000) });
      if (!response.ok) throw new Error(`Discord did not hand out the file (HTTP ${response.status})`);
      return {
        name: attachment.name,
        type: attachment.contentType ?? 'application/octet-stream',
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    },
  };
}
