import type { AutocompleteInteraction } from 'discord.js';
import type { Answering } from './heard.ts';
import { asCall, optionValues, pathOf } from './call.ts';

/** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const limits = { choices: 25, text: 100 } as const;
/** Discord gives three seconds; late suggestions are refused, none are shown as none. */
const patienceMs = 2_000;

/** Offers what a half-typed option may be meant to become. */
export async function suggest(interaction: AutocompleteInteraction, { desk }: Answering): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const call = asCall(interaction, {
    command: pathOf(interaction),
    options: optionValues(interaction.options.data),
  });
  const { promise: tooLong, resolve } = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => resolve([]), patienceMs);
  const found = await Promise.race([desk.suggest(call, name, value), tooLong]);
  clearTimeout(timer);
  // A choice that is too long cannot be sent, and cut it would mean something else.
  const choices = found.filter((one) => one !== '' && one.length <= limits.text);
  await interaction.respond(
    [...new Set(choices)].slice(0, limits.choices).map((one) => ({ name: one, value: one })),
  );
}
