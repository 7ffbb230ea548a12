// The package has types, but its `exports` hide them from Node's module resolution.
declare module '@resvg/resvg-wasm' {
  export function initWasm(wasm: Uint8Array): Promise<void>;
  export class Resvg {
    constructor(
      svg: string,
      options: {
        readonly fitTo?: { readonly mode: 'width'; readonly value: number };
        readonly font?: {
          readonly fontBuffers: readonly Uint8Array[];
          readonly defaultFontFamily: string;
          readonly sansSerifFamily: string;
        };
      },
    );
    render(): { asPng(): Uint8Array; free(): void };
    free(): void;
  }
}
