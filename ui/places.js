// Shows one place of the page at a time, by the hash of the address, and opens and closes its folds.
// Gradio's own tabs have no arrow keys and no names for their panels.
const links = [...element.querySelectorAll('.platser a')];
const keys = links.map((link) => link.hash.slice(1));

function show(place, moved) {
  document.documentElement.dataset.plats = place;
  for (const link of links) {
    if (link.hash.slice(1) === place) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const name = links[keys.indexOf(place)].textContent;
  const site = 'Klimatkontraktsassistenten';
  document.title = place === keys[0] ? site : `${name} – ${site}`;
  if (moved) {
    window.scrollTo(0, 0);
    document.querySelector(`#plats-${place} h2`)?.focus({ preventScroll: true });
  }
}

window.addEventListener('hashchange', () => {
  const asked = location.hash.slice(1) || keys[0];
  // Any other hash is a spot inside the place that is shown.
  if (keys.includes(asked)) show(asked, true);
});
const first = location.hash.slice(1);
show(keys.includes(first) ? first : keys[0], false);

document.addEventListener('click', (event) => {
  const fold = event.target.closest('button.falla');
  if (fold) fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') !== 'true'));
});

// Gradio's groups of boxes have a text over them that is not tied to them as their name, and its
// text boxes cannot suggest names.
function mend() {
  for (const group of document.querySelectorAll('fieldset:not([aria-label])')) {
    const name = group.querySelector('[data-testid="block-info"]')?.textContent.trim();
    if (name) group.setAttribute('aria-label', name);
  }
  document.querySelector('#kommun input:not([list])')?.setAttribute('list', 'kommunnamn');
}
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
