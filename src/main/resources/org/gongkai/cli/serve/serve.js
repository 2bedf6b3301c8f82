'use strict';
const AT_ONCE = 4;
const $ = id => document.getElementById(id);
const waiting = [];
let running = 0, done = 0, failed = 0, all = 0;

function both(zh, en) {
  const parts = [['z', zh, 'zh-CN'], ['e', en, 'en']].map(([name, text, lang]) => {
    const span = document.createElement('span');
    span.className = name;
    span.lang = lang;
    span.textContent = text;
    return span;
  });
  return parts;
}

function cell(row, ...content) {
  const td = document.createElement('td');
  td.append(...content);
  row.append(td);
  return td;
}

function path(key, file) {
  return 'results/' + key.split('/').map(encodeURIComponent).join('/') + '/' + file;
}

function tell() {
  const left = all - done - failed;
  const zh = left ? `正在核对：已完成 ${done} 份，还有 ${left} 份` : `已核对 ${done} 份`;
  const en = left ? `Checking: ${done} done, ${left} to go` : `${done} checked`;
  $('status').replaceChildren(...both(zh + (failed ? `，${failed} 份未能核对` : ''), en + (failed ? `, ${failed} failed` : '')));
}

function show(row, name, href) {
  for (const other of $('rows').querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
  row.setAttribute('aria-current', 'true');
  $('view').hidden = false;
  $('view-title').textContent = name;
  $('view-link').href = href;
  $('page').src = href;
}

function newRow(name) {
  const row = document.createElement('tr');
  cell(row, ...both('等待核对', 'waiting'));
  cell(row, name);
  for (let i = 0; i < 4; i++) cell(row);
  row.children[4].className = row.children[5].className = 'n';
  $('rows').append(row);
  $('results').hidden = false;
  return row;
}

function fill(row, name, answer) {
  const badge = document.createElement('img');
  badge.src = path(answer.key, 'badge.svg');
  badge.alt = badge.title = $('l-en').checked ? answer.en : answer.zh;
  row.children[0].replaceChildren(badge);
  const link = document.createElement('a');
  link.href = path(answer.key, 'index.html');
  link.textContent = name;
  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(row, name, link.href);
    $('view').scrollIntoView({behavior: 'smooth'});
  });
  row.children[1].replaceChildren(link);
  row.children[2].textContent = answer.report.issuer || '';
  row.children[3].textContent = answer.report.year || '';
  row.children[4].textContent = answer.counts.error;
  row.children[5].textContent = answer.counts.warning;
  row.dataset.verdict = answer.verdict;
  if (all === 1) show(row, name, link.href);
}

function fault(row, status) {
  const reasons = {
    507: ['数量已达上限，请先下载并清空', 'too many reports: download and clear first'],
    0: ['程序已结束或没有应答，请重新启动', 'the program does not answer: start it again'],
  };
  row.children[0].replaceChildren(...both(...(reasons[status] || ['程序内部错误，请反馈给维护人员', 'internal error, please report'])));
}

async function check({name, file, row}) {
  let status = 0;
  try {
    const response = await fetch('reports?name=' + encodeURIComponent(name), {method: 'POST', body: file});
    status = response.status;
    if (!response.ok) throw new Error(response.statusText);
    fill(row, name, await response.json());
    done++;
  } catch (error) {
    console.warn(name, error);
    fault(row, status);
    failed++;
  }
}

function next() {
  tell();
  while (running < AT_ONCE && waiting.length) {
    running++;
    check(waiting.shift()).then(() => {
      running--;
      next();
    });
  }
}

function add(files) {
  for (const {name, file} of files) {
    all++;
    waiting.push({name, file, row: newRow(name)});
  }
  next();
}

// What computers put beside people's files; the command line leaves it out as well.
const ignored = name => /(^|\/)(\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini|[^/]*\.(crdownload|part))$/i.test(name);

async function below(entry, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({name: entry.fullPath.replace(/^\//, ''), file});
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!entries.length) return;
    for (const each of entries) await below(each, found);
  }
}

async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map(file => ({name: file.name, file}));
  const found = [];
  for (const entry of entries) await below(entry, found);
  return found.filter(each => !ignored(each.name));
}

document.addEventListener('dragover', event => {
  event.preventDefault();
  $('drop').classList.add('over');
});
document.addEventListener('dragleave', event => {
  if (!event.relatedTarget) $('drop').classList.remove('over');
});
document.addEventListener('drop', async event => {
  event.preventDefault();
  $('drop').classList.remove('over');
  add(await dropped(event.dataTransfer));
});
for (const id of ['files', 'folder']) {
  $(id).addEventListener('change', event => {
    add([...event.target.files].map(file => ({name: file.webkitRelativePath || file.name, file})).filter(each => !ignored(each.name)));
    event.target.value = '';
  });
}
$('clear').addEventListener('click', async () => {
  waiting.length = 0;
  await fetch('results', {method: 'DELETE'});
  $('rows').replaceChildren();
  all = done = failed = 0;
  $('results').hidden = $('view').hidden = true;
  $('page').removeAttribute('src');
  tell();
});
$('stop').addEventListener('click', async () => {
  await fetch('stop', {method: 'POST'});
  document.querySelector('footer').remove();
  document.querySelector('main').replaceChildren(...both('程序已结束，可以关闭本页。', 'The program has ended; close this page.'));
});
for (const input of document.querySelectorAll('.lang input')) {
  input.addEventListener('change', () => {
    document.documentElement.lang = $('l-en').checked ? 'en' : 'zh-CN';
  });
}
