// Puts a quotation with its source on the clipboard, and says whether it could.
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
  const detail = await copied(button.dataset.kopiera)
    ? 'Citatet är kopierat med källa.'
    : 'Det gick inte att kopiera. Markera texten och kopiera den själv.';
  document.dispatchEvent(new CustomEvent('besked', { detail }));
});
