import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { find } from '../../find.ts';
import type { Attachment } from '../../message.ts';
import { answerOf } from './answerOf.ts';
import { asCall, optionValues, pathOf } from './call.ts';
import type { Answering } from './heard.ts';

const largestFile = 5_000_000;

/** Discord gives three seconds for a first response; most answers are there in a fraction of one. */
const patienceMs = 700;

/**
 * Answers one use of a slash command. An answer that is there at once is the first response, shown to all or, such as
 * a refusal, to the caller alone. For one that takes longer the first response is a promise of it, which Discord lets
 * us keep for fifteen minutes.
 */
export async function reply(interaction: ChatInputCommandInteraction, { desk }: Answering): Promise<void> {
  const call = asCall(interaction, {
    command: pathOf(interaction),
    options: optionValues(interaction.options.data),
    progress: async (message) =>
      void (interaction.deferred && (await interaction.editReply(answerOf(message)))),
    ...fileOf(interaction),
  });
  const isPublic = find(desk.commands, call)?.command.audience === 'chat';
  const answer = desk.answer(call);
  const early = await Promise.race([answer, sleep(patienceMs, undefined, { ref: false })]);
  if (early) {
    const { attachments: _, ...said } = answerOf(early);
    await interaction.reply({ ...said, ...shownTo(isPublic && early.shown !== 'aside') } as never);
    return;
  }
  await interaction.deferReply(shownTo(isPublic));
  const late = await answer;
  if (!isPublic || late.shown !== 'aside') return void (await interaction.editReply(answerOf(late)));
  // What was promised to all is for the caller alone.
  await interaction.deleteReply();
  const { attachments: _, ...said } = answerOf(late);
  await interaction.followUp({ ...said, ...shownTo(false) } as never);
}

const shownTo = (everyone: boolean) => (everyone ? {} : ({ flags: MessageFlags.Ephemeral } as const));

/** The file of the first option that is one, fetched when it is wanted. */
function fileOf({ options }: ChatInputCommandInteraction): { file?: () => Promise<Attachment> } {
  const given = options.data.flatMap((one) => [one, ...(one.options ?? [])]);
  const attachment = given.find((one) => one.attachment)?.attachment;
  if (!attachment) return {};
  return {
    async file() {
      if (attachment.size > largestFile) throw new Error(`the file has ${attachment.size} bytes`);
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
