import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import aslValidator from 'asl-validator';
import {execute} from '../tools/machine.mjs';

/** What a reviewed template has; all but default.json hold only what differs from it. */
function resources(template) {
  return JSON.parse(readFileSync(new URL(`../src/test/resources/org/gongkai/infra/${template}.json`, import.meta.url))).Resources;
}

/** The state machines' definitions in a reviewed template, with what CloudFormation fills in. */
function definitions(template) {
  const names = {
    Partition: 'aws', InboxBucket: 'inbox', ResultsBucket: 'results', InventoryBucket: 'results', InboxPrefix: '', ReportPrefix: 'backfill',
    Function: 'arn:aws:lambda:eu-west-1:111122223333:function:check', Topic: 'arn:aws:sns:eu-west-1:111122223333:topic',
  };
  return Object.values({...resources('default'), ...resources(template)})
    .filter(resource => resource?.Type === 'AWS::StepFunctions::StateMachine')
    .map(machine => JSON.parse(machine.Properties.DefinitionString.replace(/\$\{(\w+)}/g, (all, name) => {
      assert.ok(name in names, `${all} is filled in by nothing`);
      return names[name];
    })));
}

/** The definition of the machine that checks what already lies in the inbox. */
const definition = template => definitions(template).find(({StartAt}) => StartAt === 'Plan');

/** Services that list what they are given, and write down what they are asked for. */
function services(objects, fails = () => false) {
  const seen = {calls: [], reads: [], told: [], run: undefined};
  return {
    seen,
    read: async reader => {
      seen.reads.push(reader);
      return objects;
    },
    mapRun: run => {
      seen.run = run;
    },
    call: async (resource, argument) => {
      if (resource.endsWith(':lambda:invoke')) {
        seen.calls.push(argument);
        if (argument.Payload.reports.some(fails)) {
          throw {Error: 'org.gongkai.event.ReportsFailedException', Cause: 'one failed'};
        }
        return {Payload: {}};
      }
      if (resource.endsWith(':sfn:describeMapRun')) {
        assert.deepEqual(argument, {MapRunArn: 'arn:run'});
        const {items, failedItems, batches, failed} = seen.run;
        return {
          ItemCounts: {Total: items, Succeeded: items - failedItems, Failed: failedItems, TimedOut: 0, Aborted: 0},
          ExecutionCounts: {Total: batches, Succeeded: batches - failed, Failed: failed, TimedOut: 0, Aborted: 0},
        };
      }
      if (resource.endsWith(':sns:publish')) {
        seen.told.push(argument);
        return {MessageId: '1'};
      }
      throw new Error(`no such service: ${resource}`);
    },
  };
}

const objects = count => Array.from({length: count}, (_, i) => ({Key: `2023/报告 ${i}.html`, Size: 1, Etag: '"e"'}));

for (const [template, machines] of [['default', 1], ['china', 1], ['published', 1], ['everything', 2]]) {
  test(`asl-validator has nothing to say against the definitions in ${template}.json`, () => {
    const found = definitions(template);
    assert.equal(found.length, machines);
    for (const each of found) {
      const {isValid, errorsText} = aslValidator(each);
      assert.ok(isValid, errorsText());
    }
  });
}

test('asl-validator would notice a transition to nowhere', () => {
  const broken = definition('default');
  broken.States.Plan.Next = 'Nowhere';
  assert.equal(aslValidator(broken).isValid, false);
});

test('everything under a prefix is handed out in batches, with its bucket and its key as it is', async () => {
  const with95 = services(objects(95));
  const summary = await execute(definition('default'), {prefix: '2023/'}, with95);
  assert.deepEqual(with95.seen.reads[0].Arguments, {Bucket: 'inbox', Prefix: '2023/'});
  assert.deepEqual(with95.seen.calls.map(call => call.Payload.reports.length), [40, 40, 15]);
  assert.deepEqual(with95.seen.calls[0].Payload.reports[1], {bucket: 'inbox', key: '2023/报告 1.html'});
  assert.deepEqual(summary, {
    reports: {total: 95, checked: 95, inFailedBatches: 0},
    batches: {total: 3, failed: 0},
    details: 's3://results/backfill/run/manifest.json',
  });
  assert.deepEqual(JSON.parse(with95.seen.told[0].Message), summary);
});

test('without a prefix it is the whole inbox, at the concurrency the stack allows', async () => {
  const some = services(objects(1));
  await execute(definition('default'), {}, some);
  assert.equal(some.seen.reads[0].Arguments.Prefix, '');
  assert.equal(some.seen.run.concurrency, 50);
});

for (const [asked, given] of [[10, 10], [5000, 50], [0, 1], [-3, 1]]) {
  test(`a run that asks for a concurrency of ${asked} gets ${given}`, async () => {
    const some = services(objects(1));
    await execute(definition('default'), {concurrency: asked}, some);
    assert.equal(some.seen.run.concurrency, given);
  });
}

test('an inventory is read from its manifest, and its keys are decoded', async () => {
  const keys = ['2023/%E6%8A%A5%E5%91%8A+1%2B1.html', 'plain.txt', '100%25.html'];
  const listed = services(keys.map(Key => ({Bucket: 'inbox', Key})));
  await execute(definition('default'), {inventory: {manifest: 'inventory/inbox/reports/2026-01-04T01-00Z/manifest.json'}}, listed);
  assert.deepEqual(listed.seen.reads[0].Arguments, {Bucket: 'results', Key: 'inventory/inbox/reports/2026-01-04T01-00Z/manifest.json'});
  assert.deepEqual(listed.seen.reads[0].ReaderConfig, {InputType: 'MANIFEST'});
  assert.deepEqual(listed.seen.calls[0].Payload.reports.map(report => report.key), ['2023/报告 1+1.html', 'plain.txt', '100%.html']);
});

test('keys of an inventory are left alone when they are said to be plain', async () => {
  const listed = services([{Bucket: 'inbox', Key: 'a+b%2B.html'}]);
  await execute(definition('default'), {inventory: {manifest: 'm.json', encodedKeys: false}}, listed);
  assert.equal(listed.seen.calls[0].Payload.reports[0].key, 'a+b%2B.html');
});

test('failures within what is tolerated are counted and the run goes on', async () => {
  const some = services(objects(1000), report => report.key.endsWith(' 7.html'));
  const summary = await execute(definition('default'), {}, some);
  assert.deepEqual(summary.reports, {total: 1000, checked: 960, inFailedBatches: 40});
  assert.deepEqual(summary.batches, {total: 25, failed: 1});
});

test('more failures than are tolerated end the run, and somebody is told', async () => {
  const some = services(objects(1000), () => true);
  await assert.rejects(execute(definition('default'), {}, some), {Error: 'States.ExceedToleratedFailureThreshold'});
  assert.equal(some.seen.told[0].Subject, 'Gongkai: backfill failed');
});

test('a run may tolerate everything', async () => {
  const some = services(objects(80), () => true);
  const summary = await execute(definition('default'), {toleratedPercent: 100}, some);
  assert.equal(summary.batches.failed, 2);
});
