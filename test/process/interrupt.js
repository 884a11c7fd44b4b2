// Loaded before the command: sends SIGNAL to it at the POINT-th step of writing a file, before or after each call.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { open, rename } = fs;
const wanted = Number(process.env.POINT);
let steps = 0;

function step() {
  steps += 1;
  if (steps === wanted) process.kill(process.pid, process.env.SIGNAL);
}

function stepped(call) {
  return async (...given) => {
    step();
    const result = await call(...given);
    step();
    return result;
  };
}

fs.open = async (path, flags, mode) => {
  if (flags !== 'wx') return open(path, flags, mode);
  const file = await stepped(open)(path, flags, mode);
  for (const name of ['write', 'stat', 'chmod', 'sync', 'close']) file[name] = stepped(file[name].bind(file));
  return file;
};
fs.rename = stepped(rename);
syncBuiltinESMExports();
