import { readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second. */
const tickMs = 10;

const stat = (pid = 0): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');

/** Processor time so far, in ms. */
export const cpuMsOf = (pid: number | undefined): number => {
  const fields = stat(pid);
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
};

/** Resident memory, in MB. */
export const memoryMbOf = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
