/** Why the web room cannot open its port, by the code of the system's error, and what to do. */
export function portTrouble(
  failure: string,
  port: number,
  host: string,
  setting: 'HTTP_PORT' | 'METRICS_PORT',
): [says: string, mend: string] {
  switch (failure) {
    case 'EADDRINUSE':
      return [
        `Another program has port ${port} of ${host} already.`,
        `Stop it, or choose another ${setting}.`,
      ];
    case 'EACCES':
      return [
        `Port ${port} is for administrators of this machine.`,
        `Choose a ${setting} from 1024 on, and let a proxy pass on to it.`,
      ];
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return [
        `This machine has no address ${host}.`,
        'Set HTTP_HOST to 127.0.0.1 (this machine alone) or 0.0.0.0 (every network it is in).',
      ];
    default:
      return [
        `Port ${port} of ${host} cannot be opened (${failure}).`,
        `Choose another ${setting} or HTTP_HOST.`,
      ];
  }
}
