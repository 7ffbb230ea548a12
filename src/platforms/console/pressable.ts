import type { Message } from '../../message.ts';

/** What can be pressed below a message, in the order of its numbers. */
export const pressable = (
  message: Message | undefined,
): readonly { readonly label: string; readonly press: string }[] =>
  (message?.actions ?? [])
    .flat()
    .flatMap((action) =>
      action.is === 'link'
        ? []
        : action.is === 'menu'
          ? action.choices
          : [{ label: action.label, press: action.press }],
    );
