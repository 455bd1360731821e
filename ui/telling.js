// Says what has just been done, also to those who cannot see it: `besked` is shown for a while and read
// out, `uppläst` is read out only.
const shown = element.querySelector('.meddelande');
const heard = element.querySelector('.uppläst');
const quiet = new Map();

function say(place, text) {
  place.textContent = '';
  clearTimeout(quiet.get(place));
  // A screen reader says the same words again only if they have been away.
  setTimeout(() => { place.textContent = text; }, 50);
  quiet.set(place, setTimeout(() => { place.textContent = ''; }, 6000));
}

document.addEventListener('besked', ({ detail }) => say(shown, detail));
document.addEventListener('uppläst', ({ detail }) => say(heard, detail));
