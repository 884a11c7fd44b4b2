// Loaded before the command: whatever would reach for the network or another program is told and refused.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const watched = [
  [net, ['connect', 'createConnection', 'createServer']],
  [net.Socket.prototype, ['connect']],
  [tls, ['connect']],
  [http, ['get', 'request']],
  [https, ['get', 'request']],
  [dgram, ['createSocket']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  [childProcess, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource']],
];
for (const [holder, names] of watched) {
  for (const name of names) {
    Object.defineProperty(holder, name, {
      configurable: true,
      writable: true,
      value: () => {
        process.stderr.write(`canary: ${name} was called\n`);
        process.exit(99);
      },
    });
  }
}
syncBuiltinESMExports();
