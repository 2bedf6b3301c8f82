import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import aslValidator from 'asl-validator';
import {execute} from '../tools/machine.mjs';

const definition = JSON.parse(readFileSync(new URL('../src/main/resources/org/gongkai/infra/overview.asl.json', import.meta.url)));
const event = {overview: {bucket: 'results'}};

test('asl-validator has nothing to say against the definition', () => {
  const {isValid, errorsText} = aslValidator(JSON.parse(JSON.stringify(definition).replaceAll('${Partition}', 'aws')));
  assert.ok(isValid, errorsText());
});

test('the function is called with what it answered until the overview is complete', async () => {
  const steps = [1, 2].map(batches => ({overview: {complete: false}, next: {overview: {bucket: 'results', progress: {batches}}}}));
  const answers = [...steps, {overview: {complete: true, results: 3}}];
  const calls = [];
  const output = await execute(definition, event, {
    call: async (resource, argument) => {
      calls.push(argument.Payload);
      return {Payload: answers[calls.length - 1]};
    },
  });
  assert.deepEqual(calls, [event, steps[0].next, steps[1].next]);
  assert.deepEqual(output, {overview: {complete: true, results: 3}});
});
