/**
 * Loads a part that needs an optional package.
 * @throws Error that names the package and how to install it, when it is not there.
 */
export const optional = async <Part>(
  setting: string,
  packages: string,
  load: () => Promise<Part>,
): Promise<Part> => {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new Error(`${setting} needs what this installation left out: run "npm install ${packages}".`, {
      cause: error,
    });
  }
};
