// @ts-check
/**
 * Builds the pages for Maven, and only when something changed: `node build/if-changed.mjs DIR`.
 *
 * Three steps, each skipped when its stamp says that it was done for just this content: `npm ci` for the lock file,
 * `npm run build` for all sources and the OpenAPI document, and the copy of dist/ to DIR. Nothing is downloaded but by npm.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const openapi = resolve(web, '../resources/openapi/halfminute.yaml');
const SOURCES = ['src', 'public', 'build', 'index.html', 'package.json', 'package-lock.json', 'svelte.config.js',
  'tsconfig.json', 'vite.config.ts'];
const MADE = new Set([join(web, 'src/api/schema.d.ts')]);

/** @param {string} path a file or a folder @returns {string[]} */
function filesOf(path) {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path];
}

/** @param {string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort()) hash.update(`\0${relative(web, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** @param {string} path */
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** @param {string[]} args */
function npm(...args) {
  const run = spawnSync('npm', args, { cwd: web, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (run.error) throw new Error(`npm ${args[0]}: ${run.error.message}; Node.js 20.19 or newer with npm is needed to build the pages`);
  if (run.status !== 0) throw new Error(`npm ${args[0]} ended with ${run.status}; its own message stands above`);
}

/** @param {string} stamp @param {string} hash @param {() => void} work */
function unlessStamped(stamp, hash, work) {
  if (read(stamp) === hash) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/** @param {string} target */
function copyTo(target) {
  rmSync(target, { recursive: true, force: true });
  cpSync(join(web, 'dist'), target, { recursive: true, filter: (path) => !path.endsWith('.stamp') });
}

function main() {
  const [target] = process.argv.slice(2);
  if (!target) throw new Error('usage: node build/if-changed.mjs DIR');
  const sources = SOURCES.flatMap((name) => filesOf(join(web, name))).filter((path) => !MADE.has(path));
  const hash = hashOf([...sources, openapi]);
  unlessStamped(join(web, 'node_modules/.halfminute.stamp'), hashOf([join(web, 'package-lock.json')]),
    () => npm('ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'));
  unlessStamped(join(web, 'dist/.stamp'), hash, () => npm('run', '--silent', 'build'));
  unlessStamped(join(resolve(target), '.stamp'), hash, () => copyTo(resolve(target)));
}

try {
  main();
} catch (error) {
  console.error(`[web] ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
