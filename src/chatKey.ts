import type { Destination } from './model.ts';

/** A chat as its settings are kept by: all its topics share them. */
export const chatKey = ({ platform, chat }: Destination): string => `${platform}/${chat}`;
