import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackQuery } from 'telegraf/types';
import type { Message, Spans } from '../../message.ts';
import { asCall } from './call.ts';
import type { Pressed } from './pressed.ts';
import { question, type Responding, show } from './respond.ts';

/** A pop-up holds 200 characters: https://core.telegram.org/bots/api#answercallbackquery */
const longestToast = 200;

/** Answers a button; the spinner on it always ends, whatever happens, and soon. */
export async function respondToPress(pressed: Pressed, responding: Responding): Promise<void> {
  const { api, desk, timing, log } = responding;
  let isAnswered = false;
  const stopSpinning = async (text?: string): Promise<void> => {
    if (isAnswered) return;
    isAnswered = true;
    const toast = text === undefined ? {} : { text, show_alert: true };
    const told = await api.call(
      'answerCallbackQuery',
      { callback_query_id: pressed.query, ...toast },
      { timeoutMs: timing.ask },
    );
    // Telegram forgets a press after a while, and nobody waits for it any more.
    if (!told.ok) log.warn({ from: pressed.from, failure: told.failure }, 'a press could not be answered');
  };
  const tooLong = new AbortController();
  const soon = sleep(timing.toast, undefined, { signal: tooLong.signal }).then(
    () => stopSpinning(),
    () => {},
  );
  try {
    const press = await desk.pressed(pressed.id);
    if (!press) return await stopSpinning(toastOf(await desk.expired(pressed)));
    const { command, options, ask } = press;
    if (ask) {
      // The question is seen by the whole group, so only who may answer it has it asked.
      const refusal = await desk.refusal(asCall(pressed, { command, options }, undefined, responding));
      if (refusal) return await stopSpinning(toastOf(refusal));
      await show(question(ask.label, pressed.id), pressed.from, undefined, responding);
      return;
    }
    const progress = async (message: Message): Promise<void> => {
      await show(message, pressed.from, undefined, responding, String(pressed.message));
    };
    const call = asCall(pressed, { command, options, pressed: true, progress }, undefined, responding);
    const message = await desk.answer(call);
    const toast = message.shown === 'aside' && !isAnswered ? toastOf(message) : undefined;
    if (toast !== undefined) return await stopSpinning(toast);
    const instead = message.shown === 'instead' ? String(pressed.message) : undefined;
    await show(
      message,
      pressed.from,
      instead === undefined ? pressed.message : undefined,
      responding,
      instead,
    );
  } finally {
    tooLong.abort();
    await soon;
    await stopSpinning();
  }
}

/** Answers a press of which Telegram tells neither message nor button, so that nothing goes on spinning. */
export async function answerStrange(
  { id, from }: Pick<CallbackQuery, 'id' | 'from'>,
  { api, desk, timing }: Responding,
): Promise<void> {
  const place = { from: { platform: 'telegram', chat: String(from.id) } } as const;
  const { language_code: locale } = from;
  const text = toastOf(await desk.expired({ ...place, ...(locale === undefined ? {} : { locale }) })) ?? '';
  await api.call(
    'answerCallbackQuery',
    { callback_query_id: id, text, show_alert: true },
    { timeoutMs: timing.ask },
  );
}

/** What only the presser is to see, if it is words alone and few of them. */
function toastOf({ blocks, actions, file, ask }: Message): string | undefined {
  const plain = (spans: Spans): string => spans.map(({ text }) => text).join('');
  const text = blocks
    .flatMap((block) =>
      block.is === 'list' ? block.items.map((item) => `• ${plain(item)}`) : [plain(block.spans)],
    )
    .join('\n');
  return actions || file || ask || text.length > longestToast ? undefined : text;
}
