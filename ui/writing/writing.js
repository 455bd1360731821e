// Skriv: what its buttons do, the windows that ask first, and the editor that opens where a clause stands.
// The page is drawn anew after each change, so that what is open and half written is put back.
const EDITING = 'skriv-redigering';
const DRAFT = 'skriv-utkast';
const place = document.getElementById('plats-skriv');
const opened = new Set();
let waiting;

function drawn() { return place.querySelector('#utkast .utkast'); }

function kept() {
  try { return JSON.parse(sessionStorage.getItem(EDITING)); } catch { return null; }
}

function editorIn(section) { return section.querySelector(':scope > .redigerare'); }

function textsOf(editor) {
  const texts = Array(Number(editor.dataset.delar)).fill('');
  for (const box of editor.querySelectorAll('textarea')) texts[Number(box.dataset.del)] = box.value;
  return texts;
}

function keep(editor, more) {
  const { utkast } = drawn().dataset;
  sessionStorage.setItem(EDITING, JSON.stringify({ utkast, avsnitt: editor.dataset.avsnitt, texter: textsOf(editor), ...more }));
}

// Gradio does not draw the content of a template anew, so that what is copied stands in a hidden element.
function edit(key, texts) {
  const section = document.getElementById(`avsnitt-${key}`);
  if (!section) return null;
  if (!editorIn(section)) section.append(section.querySelector(':scope > .mall').firstElementChild.cloneNode(true));
  section.classList.add('redigeras');
  const editor = editorIn(section);
  if (texts && texts.length === Number(editor.dataset.delar)) {
    for (const box of editor.querySelectorAll('textarea')) box.value = texts[Number(box.dataset.del)];
  }
  return editor;
}

function close(section) {
  editorIn(section)?.remove();
  section.classList.remove('redigeras');
  sessionStorage.removeItem(EDITING);
}

function check(editor) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (editor.isConnected) trigger('input', { avsnitt: editor.dataset.avsnitt, texter: textsOf(editor) });
  }, 700);
}

// The places of the page are drawn anew by Gradio: what was open is opened again, with what was written in it.
let focused = null;
let spot = null;
const unfolded = new Set();
function refold() {
  const folds = [...place.querySelectorAll('button.falla')];
  for (const name of unfolded) {
    const fold = folds.find((button) => button.textContent === name);
    if (!fold) unfolded.delete(name);
    else if (fold.getAttribute('aria-expanded') !== 'true') fold.setAttribute('aria-expanded', 'true');
  }
}

// What goes on is read out once, however often it is drawn.
let going = '';
function tell() {
  const now = place.querySelector('[data-upplas]')?.dataset.upplas ?? '';
  if (now && now !== going) document.dispatchEvent(new CustomEvent('uppläst', { detail: now }));
  going = now;
}

function restore() {
  refold();
  tell();
  for (const fold of place.querySelectorAll('#oppet-utkast details, #egna-dokument details')) {
    if (opened.has(fold.id) && !fold.open) fold.open = true;
  }
  if (spot && document.activeElement === document.body) {
    const again = [...place.querySelectorAll('#egna-dokument [data-plats]')].find((one) => one.dataset.plats === spot);
    (again?.querySelector('select, button') ?? again)?.focus({ preventScroll: true });
  }
  const now = drawn();
  const before = kept();
  if (!now || !before || before.utkast !== now.dataset.utkast) return;
  const section = document.getElementById(`avsnitt-${before.avsnitt}`);
  if (!section || editorIn(section)) return;
  if (before.sparas) { sessionStorage.removeItem(EDITING); return; }
  const editor = edit(before.avsnitt, before.texter);
  if (focused && document.activeElement === document.body) {
    const box = editor.querySelector(`textarea[data-del="${focused.del}"]`);
    box?.focus({ preventScroll: true });
    box?.setSelectionRange(focused.start, focused.end);
  }
  check(editor);
}
new MutationObserver(restore).observe(place, { childList: true, subtree: true });

// What is found in the text stands beside it, in a region that is read out when it changes.
new MutationObserver(() => {
  const told = place.querySelector('.avsnitt > .redigerare .provning');
  const found = document.getElementById('provat').querySelector('p, ul');
  if (told && found && told.innerHTML !== found.outerHTML) told.innerHTML = found.outerHTML;
}).observe(document.getElementById('provat'), { childList: true, subtree: true });

place.addEventListener('input', (event) => {
  const editor = event.target.closest('.redigerare');
  if (!editor) return;
  keep(editor);
  check(editor);
});
place.addEventListener('focusin', ({ target }) => {
  spot = target.closest('#egna-dokument [data-plats]')?.dataset.plats ?? null;
});
// Whoever presses somewhere else has left the list.
place.addEventListener('pointerdown', ({ target }) => { if (!target.closest('#egna-dokument')) spot = null; });
place.addEventListener('focusin', ({ target }) => { if (target.matches('.redigerare textarea')) focused = null; });
place.addEventListener('selectionchange', remember, true);
place.addEventListener('keyup', remember);
function remember({ target }) {
  if (target.matches?.('.redigerare textarea')) {
    focused = { del: target.dataset.del, start: target.selectionStart, end: target.selectionEnd };
  }
}
place.addEventListener('toggle', ({ target }) => {
  if (target.isConnected) opened[target.open ? 'add' : 'delete'](target.id);
}, true);

// The field of a question: everything around it that is folded is opened first.
function toField(id) {
  const field = document.getElementById(id);
  if (!field) return;
  for (let around = field.closest('.fallinnehall'); around; around = around.parentElement.closest('.fallinnehall')) {
    const fold = around.parentElement.querySelector(':scope > .block button.falla');
    fold?.setAttribute('aria-expanded', 'true');
    if (fold) unfolded.add(fold.textContent);
  }
  const input = field.querySelector('textarea, input');
  input.focus();
  input.scrollIntoView({ block: 'center' });
}

function ask(button) {
  const what = button.dataset.fraga;
  const dialog = document.getElementById(`fraga-${what}`);
  const field = dialog.querySelector('input');
  if (field) field.value = button.dataset.varde;
  dialog.querySelector('[data-om]').textContent = button.dataset.om ?? `”${button.dataset.varde}”`;
  dialog.returnValue = 'nej';
  dialog.onclose = () => {
    if (dialog.returnValue !== 'ja') return;
    // What is done with a document waits for nothing that is saved.
    if (button.dataset.kommun) trigger('delete', { ...button.dataset });
    else trigger('click', { gor: what, ...button.dataset, text: field?.value ?? '' });
  };
  dialog.showModal();
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (!button) return;
  const { gor, slag, fraga, redigera, falt, bestallning } = button.dataset;
  const section = button.closest('.avsnitt');
  // It has been opened or closed by now: places.js was here first.
  if (button.matches('.falla')) unfolded[button.getAttribute('aria-expanded') === 'true' ? 'add' : 'delete'](button.textContent);
  if (button.getAttribute('aria-disabled') === 'true') return;
  if (fraga && place.contains(button)) ask(button);
  else if (redigera) {
    const editor = edit(redigera);
    const box = editor?.querySelector('textarea');
    box?.focus();
    box?.scrollIntoView({ block: 'nearest' });
    if (editor) check(editor);
  } else if (falt) toField(falt);
  else if ('avbryt' in button.dataset && section) {
    close(section);
    section.querySelector('[data-redigera]').focus();
  } else if ('spara' in button.dataset && section) {
    const editor = editorIn(section);
    keep(editor, { sparas: true });
    trigger('click', { gor: 'andra', avsnitt: editor.dataset.avsnitt, texter: textsOf(editor) });
  } else if (slag) trigger('submit', { ...button.dataset });
  else if (bestallning) {
    location.hash = 'skriv';
    trigger('click', { gor, bestallning: JSON.parse(bestallning) });
  } else if (gor) {
    const choice = button.parentElement.querySelector('select');
    if (choice) button.dataset.atagande = choice.value;
    if (gor === 'aterstall' && section && editorIn(section)) close(section);
    trigger('click', { ...button.dataset });
  }
});

// A field that has an answer already: which is to stand is asked before anything is written.
function askWhich() {
  const dialog = place.querySelector('#fel-skriv dialog[data-oppna]');
  if (!dialog) return;
  const { atagande, forslag } = dialog.dataset;
  delete dialog.dataset.oppna;
  dialog.returnValue = '';
  dialog.onclose = () => {
    if (dialog.returnValue) trigger('click', { gor: 'ta-in', atagande, forslag, hur: dialog.returnValue });
  };
  dialog.showModal();
}

// After something is done: say so, move focus, fetch the file, and remember which draft this window has.
document.addEventListener('skrivet', () => {
  const id = drawn()?.dataset.utkast;
  if (id) sessionStorage.setItem(DRAFT, id);
  for (const done of place.querySelectorAll('.gjort:not([data-klart])')) {
    done.dataset.klart = '';
    if (done.dataset.sag) document.dispatchEvent(new CustomEvent('besked', { detail: done.dataset.sag }));
    if (done.dataset.fokus) place.querySelector(done.dataset.fokus)?.focus();
  }
  askWhich();
  const file = document.querySelector('#hamtat [data-fil]:not([data-hamtad]) a');
  if (file) {
    file.parentElement.dataset.hamtad = '';
    file.click();
  }
});

trigger('click', { gor: 'borja', utkast: sessionStorage.getItem(DRAFT) ?? '' });
