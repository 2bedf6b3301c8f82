import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import aslValidator from 'asl-validator';
import {execute} from '../tools/machine.mjs';

const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url)));

/** The definition as the reviewed template has it, with what CloudFormation fills in. */
function definition() {
  const resources = read('../src/test/resources/org/gongkai/infra/publishing.json').Resources;
  const machine = Object.values(resources).find(resource => resource.Type === 'AWS::StepFunctions::StateMachine');
  const names = {Partition: 'aws', Function: 'function', PublishedBucket: 'published', Topic: 'topic'};
  return JSON.parse(machine.Properties.DefinitionString.replace(/\$\{(\w+)}/g, (all, name) => {
    assert.ok(name in names, `${all} is filled in by nothing`);
    return names[name];
  }));
}

/** A real answer of the function: AnswerTest holds these files to what it answers. */
const answer = name => read(`answers/${name}.json`);

/** Runs the machine where the function answers so; gives what was asked of whom. */
async function run(answers, input = {bucket: 'inbox', key: '2023/年报.html'}) {
  const calls = [];
  const output = await execute(definition(), input, {
    call: async (resource, argument) => {
      const service = resource.replace('arn:aws:states:::', '');
      calls.push([service, argument]);
      return service === 'lambda:invoke' ? {Payload: answers, StatusCode: 200} : {};
    },
  });
  return {output, calls, services: calls.map(([service]) => service).slice(1), last: calls.at(-1)[1]};
}

test('asl-validator has nothing to say against it', () => {
  const {isValid, errorsText} = aslValidator(definition());
  assert.ok(isValid, errorsText());
});

test('a report that passes is published, and nobody is told', async () => {
  const {services, last, output} = await run(answer('pass'));
  assert.deepEqual(services, ['aws-sdk:s3:copyObject']);
  assert.deepEqual(last, {
    Bucket: 'published',
    Key: '2023/年报.html',
    CopySource: 'inbox/2023/%E5%B9%B4%E6%8A%A5.html',
    TaggingDirective: 'REPLACE',
  });
  assert.equal(output.verdict, 'pass');
});

test('what is published is the version that was checked', async () => {
  const {last} = await run({...answer('pass'), versionId: 'v1'});
  assert.match(last.CopySource, /\.html\?versionId=v1$/);
});

for (const [verdict, request] of [
  ['fail', '更正后重新上传'],
  ['incomplete', '人工核对后再公布'],
  ['unreadable', '上传可读取的年度报告'],
]) {
  test(`the clerk is sent the findings of a report that is ${verdict}, and it is not published`, async () => {
    const given = answer(verdict);
    const {services, last} = await run(given);
    assert.deepEqual(services, ['sns:publish']);
    assert.equal(last.TopicArn, 'topic');
    assert.match(last.Subject, /^[\x20-\x7e]{1,99}$/);
    assert.ok(last.Message.includes(request), last.Message);
    given.findings.forEach((finding, at) => assert.ok(last.Message.includes(`${at + 1}. ${finding.message.zh}`), last.Message));
    assert.ok(last.Message.endsWith('全部结果：s3://inbox/results/2023/年报.html/index.html'), last.Message);
  });
}

test('the message of a failed report says whose it is and how many relations hold', async () => {
  const lines = (await run(answer('fail'))).last.Message.split('\n');
  assert.equal(lines[0], '云溪县青石镇人民政府2023年政府信息公开工作年度报告');
  assert.equal(lines[2], '勾稽关系：42项，成立40项，不符2项，未能核对0项。');
});

test('of what could not be read no relations are told', async () => {
  assert.doesNotMatch((await run(answer('unreadable'))).last.Message, /勾稽关系：/);
});

test('findings that are left out are counted', async () => {
  const {last} = await run({...answer('fail'), omitted: 290});
  assert.match(last.Message, /\n另有290条。\n/);
});

test('an answer without findings still reaches the clerk', async () => {
  const {findings, omitted, report, ...bare} = answer('fail');
  const {last} = await run(bare);
  assert.match(last.Message, /^2023\/年报\.html\n/);
});

for (const outcome of ['absent', 'ignored', 'superseded']) {
  test(`for what is ${outcome} nothing is done`, async () => {
    assert.deepEqual((await run(answer(outcome))).services, []);
  });
}

test("it begins with S3's event as well, and has that version checked", async () => {
  const event = {detail: {bucket: {name: 'inbox'}, object: {key: 'a b+c.html', 'version-id': 'v7', size: 1}}};
  assert.deepEqual((await run(answer('pass'), event)).calls[0][1].Payload, {bucket: 'inbox', key: 'a b+c.html', versionId: 'v7'});
});

test("it begins with Report Checked's detail as well", async () => {
  const detail = {id: '1', bucket: 'inbox', key: 'a.html', verdict: 'pass', previousVerdict: null, checked: '2', sequencer: '3'};
  assert.deepEqual((await run(answer('pass'), detail)).calls[0][1].Payload, {bucket: 'inbox', key: 'a.html'});
});

test('without a version it asks for the newest', async () => {
  assert.deepEqual((await run(answer('pass'))).calls[0][1].Payload, {bucket: 'inbox', key: '2023/年报.html'});
});
