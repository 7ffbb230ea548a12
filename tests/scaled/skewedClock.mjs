// Preloaded into a process whose clock shall be five minutes ahead.
const aheadMs = 5 * 60_000;
const real = Date;
globalThis.Date = class extends real {
  constructor(...args) {
    if (args.length === 0) super(real.now() + aheadMs);
    else super(...args);
  }
  static now() {
    return real.now() + aheadMs;
  }
};
