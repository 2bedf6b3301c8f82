import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {findings} from '../tools/workflow-rules.mjs';

const lint = fileURLToPath(new URL('../tools/lint-actions.mjs', import.meta.url));

test('the workflows of this repository are without findings', () => {
  assert.match(execFileSync(process.execPath, [lint], {encoding: 'utf8'}), /^[1-9]\d* workflows, 0 findings\n$/);
});

test('a workflow with a mistake is found out', t => {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  t.after(() => rmSync(folder, {recursive: true}));
  writeFileSync(join(folder, 'bad.yml'), [
    'on: push',
    'jobs:',
    '  one:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - run: echo ${{ matrix.nothing }}',
    '',
  ].join('\n'));
  const {status, stderr} = spawnSync(process.execPath, [lint, folder], {encoding: 'utf8'});
  assert.equal(status, 1);
  assert.match(stderr, /is not pinned by its commit/);
  assert.match(stderr, /does not say what it may do/);
  assert.match(stderr, /property "nothing" is not defined/);
});

test('an action needs its commit and the version beside it', () => {
  const commit = 'a'.repeat(40);
  const workflow = uses => `permissions:\n  contents: read\njobs:\n  one:\n    steps:\n      - uses: ${uses}\n`;
  assert.deepEqual(findings(workflow(`actions/checkout@${commit} # v7.0.1`)), []);
  assert.deepEqual(findings(workflow('./.github/workflows/native.yml')), []);
  assert.equal(findings(workflow('actions/checkout@v7')).length, 1);
  assert.equal(findings(workflow(`actions/checkout@${commit}`)).length, 1);
  assert.equal(findings(workflow(`actions/checkout@${commit} # latest`)).length, 1);
});
