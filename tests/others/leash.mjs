// Nothing stays behind, however this program ends: at its end, at Ctrl-C, or by a blow that leaves it no last word.
//
// A shell waits until its input is closed: by us, or by the system once we are gone. Then it does what is to be done.

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isWindows = process.platform === 'win32';
const END = 'read -r _; kill -s "$1" -- "-$2" 2>/dev/null';
/** If nobody says that it is time, programs are just being ended that may still write into it. */
const TAKE_AWAY = 'read -r _ || sleep 2; rm -rf -- "$1" 2>/dev/null || { sleep 1; rm -rf -- "$1"; }';

/** Lets a shell wait; gives what makes it go on, and waits for its end. */
function later(script, ...args) {
  // In a group of its own: what ends ours must not end it.
  const shell = spawn('sh', ['-c', script, 'sh', ...args], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise((done) => shell.once('exit', done));
  return () => {
    shell.stdin.end('now\n');
    return ended;
  };
}

/** Starts a program that leads a group of its own. Gives it, and what ends the whole group. */
export function start(program, args, options, signal = 'KILL') {
  const child = spawn(program, args, { ...options, detached: !isWindows });
  const gone = new Promise((done) => child.once('exit', done).once('error', done));
  if (!child.pid) return { child, end: () => gone };
  const end = isWindows
    ? () => spawn('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' })
    : later(END, signal, String(child.pid));
  return {
    child,
    end: async () => {
      await end();
      await gone;
    },
  };
}

/** A new folder. Gives its path, and what takes it away. */
export function borrow(name) {
  // Nothing may come between the folder and its leash.
  const path = mkdtempSync(join(tmpdir(), `cairn-${name}-`));
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return { path, remove: isWindows ? remove : later(TAKE_AWAY, path) };
}

/** The environment for a program that shall keep everything in one folder. */
export function homeIn(folder) {
  const rest = Object.entries(process.env).filter(([name]) => !name.startsWith('XDG_'));
  return { ...Object.fromEntries(rest), HOME: folder };
}
