// A static host that has never heard of Cairn: it serves the built files under any path, with no headers but the media type.
// By hand: `node serve.mjs 8080`.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = process.env.CAIRN_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves a folder under `prefix`, which begins and ends with `/`. Gives the address, what was asked, and how to end. */
export async function serve(prefix, port = 0, folder = DIST) {
  const asked = [];
  /** Set `hold` to let some answers wait. */
  const host = { asked };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    asked.push(path);
    await host.hold?.(path);
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) || 'index.html' : null;
    try {
      if (inside === null) throw new Error('outside');
      const body = await readFile(join(folder, normalize(`/${inside}`)));
      response.writeHead(200, { 'Content-Type': TYPES[extname(inside)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('not here');
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return Object.assign(host, { url: `http://127.0.0.1:${server.address().port}${prefix}`, close });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await serve('/', Number(process.argv[2] ?? 8080))).url);
}
