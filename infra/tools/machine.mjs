// Runs a state machine in JSONata the way Step Functions would, as far as those here need it: Pass, Choice, Task, Map,
// Succeed and Fail, with Output, Arguments and Catch. Services are handed in.
import jsonata from 'jsonata';

async function evaluate(template, states) {
  if (typeof template === 'string') {
    const expression = /^\{%([\s\S]*)%\}$/.exec(template);
    if (!expression) {
      return template;
    }
    const value = await jsonata(expression[1]).evaluate({}, {states});
    if (value === undefined) {
      throw {Error: 'States.QueryEvaluationError', Cause: `${template} gives nothing`};
    }
    return value;
  }
  if (Array.isArray(template)) {
    return Promise.all(template.map(item => evaluate(item, states)));
  }
  if (template && typeof template === 'object') {
    const result = {};
    for (const [name, value] of Object.entries(template)) {
      result[name] = await evaluate(value, states);
    }
    return result;
  }
  return template;
}

async function runMap(state, input, services) {
  const reader = await evaluate(state.ItemReader, {input});
  const items = await services.read(reader);
  const selected = [];
  for (const [index, value] of items.entries()) {
    selected.push(await evaluate(state.ItemSelector, {input, context: {Map: {Item: {Index: index, Value: value}}}}));
  }
  const size = state.ItemBatcher.MaxItemsPerBatch;
  const run = {concurrency: await evaluate(state.MaxConcurrency, {input}), batches: 0, failed: 0, failedItems: 0, items: items.length};
  for (let at = 0; at < selected.length; at += size) {
    const batch = {Items: selected.slice(at, at + size)};
    run.batches++;
    try {
      await execute(state.ItemProcessor, batch, services);
    } catch (error) {
      run.failed++;
      run.failedItems += batch.Items.length;
    }
  }
  services.mapRun(run);
  if (100 * run.failedItems > run.items * (await evaluate(state.ToleratedFailurePercentage, {input}))) {
    throw {Error: 'States.ExceedToleratedFailureThreshold', Cause: 'too many items failed'};
  }
  const writer = await evaluate(state.ResultWriter.Arguments, {input});
  return {MapRunArn: 'arn:run', ResultWriterDetails: {Bucket: writer.Bucket, Key: `${writer.Prefix}/run/manifest.json`}};
}

/** Runs from start to end; gives the last state's output, throws what a Fail state says. */
export async function execute(machine, input, services) {
  let name = machine.StartAt;
  for (;;) {
    const state = machine.States[name];
    let output = input;
    try {
      switch (state.Type) {
        case 'Pass':
          output = await evaluate(state.Output, {input});
          break;
        case 'Choice': {
          let next = state.Default;
          for (const choice of state.Choices) {
            if (await evaluate(choice.Condition, {input})) {
              next = choice.Next;
              break;
            }
          }
          name = next;
          continue;
        }
        case 'Task': {
          const result = await services.call(state.Resource, await evaluate(state.Arguments, {input}));
          output = state.Output === undefined ? result : await evaluate(state.Output, {input, result});
          break;
        }
        case 'Map':
          output = await runMap(state, input, services);
          break;
        case 'Succeed':
          return output;
        case 'Fail':
          throw {failed: true, ...(await evaluate({Error: state.Error, Cause: state.Cause}, {input}))};
        default:
          throw new Error(`${name}: ${state.Type} is not known here`);
      }
    } catch (error) {
      const handler = !error.failed && state.Catch?.find(one => one.ErrorEquals.includes('States.ALL') || one.ErrorEquals.includes(error.Error));
      if (!handler) {
        throw error;
      }
      input = await evaluate(handler.Output, {input, errorOutput: {Error: error.Error, Cause: error.Cause}});
      name = handler.Next;
      continue;
    }
    if (state.End) {
      return output;
    }
    input = output;
    name = state.Next;
  }
}
