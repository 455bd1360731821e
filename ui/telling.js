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

// Gradio tells of some faults itself: in English, and in a button inside a button. They are told here instead.
const FAULTS = [
  ['onnection', 'Kontakten med programmet bröts. Sidan laddas om när programmet svarar igen. Kopiera först det som ni vill behålla.'],
  ['nvalid file type', 'Filen har ett format som inte går att läsa. Välj en Word-, PDF-, HTML- eller textfil.'],
  ['maximum allowed size', 'Filen är för stor. Välj en fil som är högst 50 MB.'],
];
const UNKNOWN = 'Något gick fel i programmet. Försök igen, eller starta om programmet.';
const alarm = element.querySelector('.larm');
alarm.querySelector('button').addEventListener('click', () => { alarm.hidden = true; });

function retell() {
  for (const notice of document.querySelectorAll('[data-testid="toast-body"]:not([data-sagd])')) {
    notice.dataset.sagd = 'ja';
    const told = FAULTS.find(([words]) => notice.textContent.includes(words));
    alarm.hidden = false;
    alarm.querySelector('p').textContent = told ? told[1] : UNKNOWN;
  }
}
new MutationObserver(retell).observe(document.body, { childList: true, subtree: true });
