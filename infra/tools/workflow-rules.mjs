/** What is wrong with a workflow after this project's own rules. */
export function findings(text) {
  const found = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const uses = /^\s*(?:-\s+)?uses:\s*(\S+)(.*)$/.exec(line);
    if (uses && !uses[1].startsWith('./')) {
      if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses[1])) {
        found.push({line: index + 1, column: 1, kind: 'pinned', message: `${uses[1]} is not pinned by its commit`});
      } else if (!/^\s+# v\d+(\.\d+)*$/.test(uses[2])) {
        found.push({line: index + 1, column: 1, kind: 'pinned', message: `${uses[1]} does not name its version in a comment`});
      }
    }
  });
  if (!lines.some(line => /^permissions:/.test(line))) {
    found.push({line: 1, column: 1, kind: 'permissions', message: 'the workflow does not say what it may do'});
  }
  return found;
}
