// Presses Ja and Nej under an answer, opens the form after Nej, and hands on what was said.
function press(box, word) {
  for (const button of box.querySelectorAll('button[data-omdome]')) {
    button.setAttribute('aria-pressed', String(button.dataset.omdome === word));
  }
  box.querySelector('form').hidden = word !== 'nej';
  box.querySelector('.tack').hidden = true;
}

element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-omdome]');
  if (!button) return;
  const box = button.closest('.omdome');
  // Pressed again, the opinion is taken back.
  const word = button.getAttribute('aria-pressed') === 'true' ? '' : button.dataset.omdome;
  press(box, word);
  trigger('click', { answer: box.dataset.svar, opinion: word });
});

element.addEventListener('submit', (event) => {
  event.preventDefault();
  const box = event.target.closest('.omdome');
  const text = box.querySelector('textarea').value;
  const why = box.querySelector('input:checked')?.value ?? '';
  if (!why && !text.trim()) {
    box.querySelector('input').focus();
    document.dispatchEvent(new CustomEvent('besked', { detail: 'Välj ett skäl eller skriv en kommentar.' }));
    return;
  }
  box.querySelector('form').hidden = true;
  const thanks = box.querySelector('.tack');
  thanks.textContent = why ? `Ert skäl: ${why}.` : 'Er kommentar är sparad.';
  thanks.hidden = false;
  box.querySelector('[data-omdome="nej"]').focus();
  trigger('click', { answer: box.dataset.svar, opinion: 'nej', why, text });
});
