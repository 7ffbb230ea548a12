/** Runs `work`; what SQLite or the file system throws becomes one sentence on what to do, with the original as cause. */
export const explaining = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    const sentence = explanation(error, path);
    if (sentence === undefined) throw error;
    throw new Error(sentence, { cause: error });
  }
};

const explanation = (error: unknown, path: string): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error) return bySqlite[Number(error.errcode) & 0xff]?.(path);
  if ('code' in error) return byFileSystem[String(error.code)]?.(path);
  return undefined;
};

const unusable = (path: string): string =>
  `${path} cannot be opened as a database; name a file (not a folder) that this user may read and write, in a folder that it may write.`;
const readOnly = (path: string): string =>
  `${path} is read-only; let this user write the file and its folder (SQLite keeps a -wal file beside it).`;
const full = (path: string): string =>
  `The disk that holds ${path} is full; free some space and start again.`;
const damaged = (path: string): string =>
  `${path} is damaged or not a SQLite database; restore a backup, or move the file away to start afresh.`;

/** Primary result codes, https://sqlite.org/rescode.html */
const bySqlite: Readonly<Record<number, (path: string) => string>> = {
  5: (path) =>
    `${path} stays locked by another process; stop the other one, or give this one a file of its own.`,
  8: readOnly,
  10: (path) => `The disk that holds ${path} fails to read or write; check it, then start again.`,
  11: damaged,
  13: full,
  14: unusable,
  26: damaged,
};

const byFileSystem: Readonly<Record<string, (path: string) => string>> = {
  EACCES: readOnly,
  EEXIST: unusable,
  ENOSPC: full,
  ENOTDIR: unusable,
  EPERM: readOnly,
  EROFS: readOnly,
};
