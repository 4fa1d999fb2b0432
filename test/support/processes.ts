import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The process among the children of `parent` that listens on this UDP port (Linux). */
export function holderOfUdpPort(parent: number, port: number): number {
  const socket = `socket:[${inodeOf(port)}]`;
  const holder = childrenOf(parent).find((pid) => openFiles(pid).includes(socket));
  if (!holder) throw new Error(`No child of ${parent} listens on UDP port ${port}.`);
  return holder;
}

/**
 * All processes of an installation, by its data folder: it stands in their environment, or, where a program has written
 * its title over that, in their command line (Linux).
 */
export function processesOn(data: string): { pid: number; command: string }[] {
  const own = (pid: string, command: string) =>
    command.includes(data) || readProc(pid, 'environ').split('\0').includes(`LECTERN_DATA=${data}`);
  return (
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((pid) => ({ pid, command: readProc(pid, 'cmdline').split('\0').join(' ').trim() }))
      // One that has ended but was not waited for yet has no command line.
      .filter(({ pid, command }) => command !== '' && own(pid, command))
      .map(({ pid, command }) => ({ pid: Number(pid), command }))
  );
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return '';
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync(`/proc/${parent}/task`)
    .flatMap((task) => readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').split(' '))
    .filter(Boolean)
    .map(Number);
}

function inodeOf(port: number): string {
  const local = new RegExp(`:${port.toString(16).toUpperCase().padStart(4, '0')} `);
  const line = readFileSync('/proc/net/udp', 'utf8')
    .split('\n')
    .find((entry) => local.test(entry));
  return line?.trim().split(/\s+/)[9] ?? '';
}

function openFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      // It was closed meanwhile.
      return '';
    }
  });
}
