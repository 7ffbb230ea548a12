interface Scope {
  readonly type: string;
  readonly chat_id?: number | string;
}

interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** What setMyCommands and getMyCommands keep: one list of commands a scope. */
export function menus() {
  const lists = new Map<string, readonly MenuCommand[]>();
  return {
    set(scope: Scope | undefined, commands: readonly MenuCommand[], language?: string): true {
      lists.set(key(scope, language), commands);
      return true;
    },
    get: (scope: Scope | undefined, language?: string): readonly MenuCommand[] =>
      lists.get(key(scope, language)) ?? [],
    names: (type: string): readonly string[] =>
      (lists.get(key({ type })) ?? []).map(({ command }) => command),
  };
}

const key = (scope: Scope = { type: 'default' }, language = ''): string =>
  JSON.stringify([scope.type, scope.chat_id, language]);
