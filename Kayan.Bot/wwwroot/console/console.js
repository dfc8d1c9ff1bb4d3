// Ctrl+Enter (or ⌘+Enter) in a composer sends; the button stays the plain way.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const composer = event.target.closest('textarea[data-composer]');
  if (composer) {
    event.preventDefault();
    composer.form.requestSubmit();
  }
});

// What was typed and not sent survives a lost connection and a reload of this tab, and nothing more.
const drafts = {
  key: composer => 'kayan-draft-' + composer.dataset.composer,
  keep(composer) { sessionStorage.setItem(this.key(composer), composer.value); },
  read(id) { return sessionStorage.getItem('kayan-draft-' + id) ?? ''; },
  drop(id) { sessionStorage.removeItem('kayan-draft-' + id); },
};
document.addEventListener('input', event => {
  if (event.target.matches?.('textarea[data-composer]')) drafts.keep(event.target);
});
document.addEventListener('submit', event => {
  if (event.target.action?.endsWith('/console/sign-out')) sessionStorage.clear();
});
window.kayanDrafts = { read: id => drafts.read(id), drop: id => drafts.drop(id) };

// A page that the server has let go of cannot be resumed: reload it, the drafts are kept.
document.addEventListener('click', event => {
  const link = event.target.closest('.reconnect a, #blazor-error-ui a');
  if (link) {
    event.preventDefault();
    location.reload();
  }
});
