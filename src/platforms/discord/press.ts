import {
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { cut, type Message } from '../../message.ts';
import { asksForWords, type Press } from '../../press.ts';
import { answerOf } from './answerOf.ts';
import { asCall } from './call.ts';
import type { Answering } from './heard.ts';

type Pressed = MessageComponentInteraction | ModalSubmitInteraction;

const words = 'words';
/** Characters of a form's title and of its label (components/reference#text-input). */
const limits = { title: 45, words: 1_000 } as const;

/** Answers a button, a choice of a menu, or a form that a button opened. */
export async function press(interaction: Pressed, answering: Answering): Promise<void> {
  const id = idOf(interaction);
  if (!interaction.isModalSubmit() && asksForWords(id)) return openForm(interaction, id, answering);
  // Taken at once, because looking up what the button stands for may take longer than Discord waits.
  if (interaction.isModalSubmit() && !interaction.isFromMessage()) return;
  await interaction.deferUpdate();
  const found = await answering.desk.pressed(id);
  await (found ? answer(interaction, found, answering) : expired(interaction, answering));
}

const idOf = (interaction: Pressed): string =>
  interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;

async function openForm(
  interaction: MessageComponentInteraction,
  id: string,
  answering: Answering,
): Promise<void> {
  const found = await answering.desk.pressed(id);
  if (!found?.ask) {
    await interaction.deferUpdate();
    return expired(interaction, answering);
  }
  const { command, options, ask } = found;
  const refusal = await answering.desk.refusal(asCall(interaction, { command, options }));
  if (refusal) {
    await interaction.deferUpdate();
    return whisper(interaction, refusal);
  }
  const { label, value } = ask;
  await interaction.showModal({
    custom_id: id,
    title: cut(label, limits.title),
    components: [
      {
        type: ComponentType.Label,
        label: cut(label, limits.title),
        component: {
          type: ComponentType.TextInput,
          custom_id: words,
          style: TextInputStyle.Short,
          required: true,
          max_length: limits.words,
          ...(value === undefined ? {} : { value: value.slice(0, limits.words) }),
        },
      },
    ],
  });
}

async function answer(
  interaction: Pressed,
  { command, options, ask }: Press,
  { desk }: Answering,
): Promise<void> {
  const filled =
    ask && interaction.isModalSubmit()
      ? { ...options, [ask.option]: interaction.fields.getTextInputValue(words) }
      : options;
  const message = await desk.answer(
    asCall(interaction, {
      command,
      options: filled,
      pressed: true,
      progress: async (step) => void (await interaction.editReply(answerOf(step))),
    }),
  );
  if (message.shown === 'instead') await interaction.editReply(answerOf(message));
  else {
    const { attachments: _, ...said } = answerOf(message);
    const isPrivate = message.shown === 'aside' || interaction.message?.flags.has(MessageFlags.Ephemeral);
    await interaction.followUp({ ...said, ...(isPrivate ? { flags: MessageFlags.Ephemeral } : {}) } as never);
  }
}

const expired = async (interaction: Pressed, { desk }: Answering): Promise<void> =>
  whisper(interaction, await desk.expired(asCall(interaction, { command: '', options: {} })));

async function whisper(interaction: Pressed, message: Message): Promise<void> {
  const { attachments: _, ...said } = answerOf(message);
  await interaction.followUp({ ...said, flags: MessageFlags.Ephemeral } as never);
}
