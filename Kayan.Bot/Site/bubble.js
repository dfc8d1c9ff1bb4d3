// The chat bubble. On any page of an allowed site: <script src="https://…/bubble.js" defer></script>
// Nothing of the chat is loaded before it is opened. data-open, data-close and data-title change the words.
(() => {
  const script = document.currentScript;
  if (document.getElementById('kayan-chat')) return;
  const words = { open: 'تحدّثوا معنا', close: 'إغلاق المحادثة', title: 'محادثة جمعية كيان', ...script.dataset };
  const key = 'kayan-chat-open';
  const host = document.createElement('div');
  host.id = 'kayan-chat';
  host.lang = 'ar';
  host.dir = 'rtl';
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; position: fixed; z-index: 2147483000; inset-block-end: 20px; inset-inline-end: 20px;
      font: 600 16px/1.5 "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; direction: rtl; }
    button { font: inherit; cursor: pointer; border: 0; }
    button:focus-visible { outline: 3px solid #e8b75c; outline-offset: 3px; }
    .open { display: flex; align-items: center; gap: 10px; padding: 14px 22px; border-radius: 999px; background: #0e5a57; color: #fff;
      box-shadow: 0 10px 30px rgb(10 67 65 / .35); }
    .open:hover { background: #0a4341; }
    .panel { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; width: 400px; height: min(680px, 100dvh - 40px);
      display: flex; flex-direction: column; border-radius: 22px; overflow: hidden; background: #fff;
      box-shadow: 0 24px 70px rgb(10 67 65 / .35); }
    .head { display: flex; align-items: center; justify-content: space-between; padding: 10px 18px; background: #0e5a57; color: #fff; }
    .close { width: 40px; height: 40px; border-radius: 50%; background: rgb(255 255 255 / .14); color: #fff; font-size: 20px; line-height: 1; }
    iframe { flex: 1; width: 100%; border: 0; background: #fbf7ef; }
    [hidden] { display: none; }
    @media (max-width: 520px) { .panel { inset: 0; width: auto; height: auto; border-radius: 0; } }
    @media print { :host { display: none; } }`);
  root.adoptedStyleSheets = [style];

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of [['viewBox', '0 0 24 24'], ['width', '24'], ['height', '24'], ['fill', 'currentColor'], ['aria-hidden', 'true']]) {
    icon.setAttribute(name, value);
  }
  path.setAttribute('d', 'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-7l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z');
  icon.append(path);

  const button = element('button', { type: 'button', className: 'open', ariaExpanded: 'false' }, icon, words.open);
  const close = element('button', { type: 'button', className: 'close', ariaLabel: words.close }, '×');
  const panel = element('div', { className: 'panel', hidden: true, role: 'dialog', ariaLabel: words.title },
    element('div', { className: 'head' }, words.title, close));
  let frame;

  const show = (focus) => {
    if (!frame) {
      frame = element('iframe', { title: words.title, src: new URL('/chat?frame', script.src).href });
      panel.append(frame);
    }
    panel.hidden = false;
    button.hidden = true;
    button.ariaExpanded = 'true';
    sessionStorage.setItem(key, '1');
    if (focus) frame.focus();
  };
  const hide = () => {
    panel.hidden = true;
    button.hidden = false;
    button.ariaExpanded = 'false';
    sessionStorage.removeItem(key);
    button.focus();
  };

  button.addEventListener('click', () => show(true));
  close.addEventListener('click', hide);
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-kayan-chat]')) {
      event.preventDefault();
      show(true);
    }
  });
  root.append(button, panel);
  document.body.append(host);
  if (sessionStorage.getItem(key)) show(false);
})();
