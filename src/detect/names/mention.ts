/** Where an organisation is named; offsets are UTF-16, half open. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly in: 'title' | 'text';
}
