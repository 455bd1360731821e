// Shows one place of the page at a time, by the hash of the address, and opens and closes its folds.
// Gradio's own tabs have no arrow keys and no names for their panels.
const links = [...element.querySelectorAll('.platser a')];
const keys = links.map((link) => link.hash.slice(1));
const shown = document.documentElement.dataset;

function mark(links, hash) {
  for (const link of links) {
    if (link.hash.slice(1) === hash) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function show(place) {
  shown.plats = place;
  mark(links, place);
  const name = links[keys.indexOf(place)].textContent;
  const site = 'Klimatkontraktsassistenten';
  document.title = place === keys[0] ? site : `${name} – ${site}`;
}

function showPart(part) {
  shown.del = part.id;
  mark(document.querySelectorAll('.delar a'), part.id);
}

function hash() {
  return decodeURIComponent(location.hash.slice(1)) || keys[0];
}

function focus(heading) {
  window.scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
}

// The hash is a place, a part of one, or a spot inside one, which is opened if it can be.
function follow() {
  const asked = hash();
  if (keys.includes(asked)) {
    show(asked);
    focus(document.querySelector(`#plats-${asked} h2`));
    return;
  }
  const spot = document.getElementById(asked);
  const place = spot?.closest('.plats');
  if (!place) return;
  show(place.id.replace('plats-', ''));
  const part = spot.closest('.del');
  if (part) showPart(part);
  if (spot === part) focus(spot.querySelector('h3'));
  else if (spot.matches('details')) {
    spot.open = true;
    spot.querySelector('summary').focus();
  } else spot.focus();
}
window.addEventListener('hashchange', follow);
let awaited = keys.includes(hash()) ? null : hash();
show(awaited === null ? hash() : keys[0]);

document.addEventListener('click', (event) => {
  const fold = event.target.closest('button.falla');
  if (fold) fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') !== 'true'));
});

// Gradio puts the places into the page one after the other. Its groups of boxes have a text over
// them that is not tied to them as their name, its choices do not answer to the arrow keys since each
// is a group of its own, their titles are the keys that the program knows them by, and its text boxes
// cannot suggest names.
function mend() {
  for (const group of document.querySelectorAll('fieldset:not([aria-label])')) {
    const name = group.querySelector('[data-testid="block-info"]')?.textContent.trim();
    if (name) group.setAttribute('aria-label', name);
  }
  for (const choice of document.querySelectorAll('fieldset[aria-label] input[type=radio]')) {
    const name = choice.closest('fieldset').getAttribute('aria-label');
    if (choice.name !== name) choice.name = name;
  }
  for (const choice of document.querySelectorAll('fieldset [title]')) choice.removeAttribute('title');
  document.querySelector('#kommun input:not([list])')?.setAttribute('list', 'kommunnamn');
  const part = document.querySelector('.del');
  if (part && !shown.del && document.querySelector('.delar a')) showPart(part);
  if (awaited !== null && document.getElementById(awaited)) {
    awaited = null;
    follow();
  }
}
new MutationObserver(mend).observe(document.body, { attributeFilter: ['name'], childList: true, subtree: true });
mend();
