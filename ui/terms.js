// Filters the terms as one types, without regard to accents and capitals, and says how many are left.
const field = element.querySelector('#sok-begrepp');
const told = element.querySelector('#sok-antal');
const entries = [...element.querySelectorAll('details.uppslag')];

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

// What a term means waits in its template until it is opened: all at once would be thousands of elements.
const meanings = entries.map((entry) => entry.querySelector('template'));
element.addEventListener('toggle', ({ target }) => {
  const meaning = target.querySelector(':scope > template');
  meaning?.replaceWith(meaning.content);
}, true);

const names = entries.map((entry) => plain(entry.dataset.former));
const texts = meanings.map((meaning) => plain(meaning.content.textContent));

function found(words, among) {
  return entries.filter((_, n) => words.every((word) => among[n].includes(word)));
}

function filter() {
  const words = plain(field.value).split(' ').filter(Boolean);
  const named = found(words, names);
  const shown = named.length ? named : found(words, texts);
  for (const entry of entries) {
    entry.hidden = !shown.includes(entry);
    entry.open = shown.length === 1 && shown[0] === entry;
  }
  if (named.length) told.textContent = `${shown.length} begrepp visas.`;
  else if (shown.length) told.textContent = `Inget begrepp heter så. ${shown.length} begrepp har ordet i sin text.`;
  else told.textContent = 'Inget begrepp hittades. Pröva ett annat ord, eller ställ en fråga under Fråga.';
}

field.addEventListener('input', filter);
// A related term may be among those that are filtered out.
element.addEventListener('click', (event) => {
  if (!event.target.closest('.se a')) return;
  field.value = '';
  filter();
});
