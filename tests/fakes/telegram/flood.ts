const second = 1000;

/**
 * The documented limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
 * 1 message a second in a chat, 20 a minute in a group, 30 a second over all. Answers with the seconds to wait.
 */
export function flood() {
  const sent: { chat: string; at: number }[] = [];
  return (chat: string, now: number): number | undefined => {
    const waitFor = (inMs: number, most: number, ofChat: boolean): number => {
      const within = sent.filter((one) => now - one.at < inMs && (!ofChat || one.chat === chat));
      const oldest = within.at(-most);
      return oldest ? Math.ceil((oldest.at + inMs - now) / second) : 0;
    };
    const wait = Math.max(
      waitFor(second, 1, true),
      chat.startsWith('-') ? waitFor(60 * second, 20, true) : 0,
      waitFor(second, 30, false),
    );
    if (wait > 0) return wait;
    while (sent[0] && sent[0].at <= now - 60 * second) sent.shift();
    sent.push({ chat, at: now });
    return undefined;
  };
}
