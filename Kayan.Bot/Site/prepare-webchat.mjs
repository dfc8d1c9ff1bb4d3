// Puts Web Chat's browser bundle, also compressed, where the service serves it from:
// node prepare-webchat.mjs <folder with node_modules> <target folder>
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [source, target] = process.argv.slice(2);
const dist = join(source, 'node_modules', 'botframework-webchat', 'dist');
const bundle = readFileSync(join(dist, 'webchat.js'));
const brotli = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: bundle.length,
  },
};

mkdirSync(target, { recursive: true });
put('webchat.js.LICENSE.txt', readFileSync(join(dist, 'webchat.js.LICENSE.txt')));
put('webchat.js.br', brotliCompressSync(bundle, brotli));
put('webchat.js.gz', gzipSync(bundle, { level: 9 }));
put('webchat.js', bundle); // last: its presence says that all are there

function put(name, content) {
  const path = join(target, name);
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
