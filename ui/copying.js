// Puts a quotation with its source on the clipboard, and says whether it could.
const told = element.querySelector('.meddelande');
let quiet;

function say(text) {
  told.textContent = '';
  clearTimeout(quiet);
  // A screen reader says the same words again only if they have been away.
  setTimeout(() => { told.textContent = text; }, 50);
  quiet = setTimeout(() => { told.textContent = ''; }, 6000);
}

// The clipboard is there only on this machine and over https.
function copiedByHand(text) {
  const box = document.createElement('textarea');
  const before = document.activeElement;
  box.value = text;
  box.className = 'dold';
  document.body.append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  before.focus();
  return copied;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-kopiera]');
  if (!button) return;
  const done = await copied(button.dataset.kopiera);
  say(done ? 'Citatet är kopierat med källa.' : 'Det gick inte att kopiera. Markera texten och kopiera den själv.');
});
