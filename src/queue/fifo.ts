export interface Fifo<Item> {
  put(item: Item): void;
  take(): Item | undefined;
}

/** First in, first out. An array's own `shift` moves every item once there are tens of thousands. */
export const fifo = <Item>(): Fifo<Item> => {
  let items: Item[] = [];
  let head = 0;
  return {
    put(item) {
      items.push(item);
    },
    take() {
      const item = items[head];
      if (item === undefined) return undefined;
      head += 1;
      if (head > 1000 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
  };
};
