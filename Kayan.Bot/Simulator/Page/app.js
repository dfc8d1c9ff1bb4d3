(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const screen = document.querySelector('.screen');
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  const ticks = { queued: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: 'لم تصل', undelivered: 'لم تصل' };
  const senders = { whatsapp: 'جمعية كيان للأيتام', sms: 'KAYAN' };
  let channel = 'whatsapp';
  let number = new URLSearchParams(location.search).get('number') || '';
  let source = null;

  const element = (name, className, text) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const address = () => (channel === 'whatsapp' ? 'whatsapp:' : '') + number;

  // Numbered lines at the end of a message are choices: they can be tapped.
  function split(text) {
    const lines = text.split('\n');
    const choices = [];
    while (lines.length && /^\d+\. ./.test(lines[lines.length - 1])) {
      const [, digit, title] = /^(\d+)\. (.+)$/.exec(lines.pop());
      choices.unshift({ digit, title });
    }
    return choices.length > 1 ? { words: lines.join('\n').trim(), choices } : { words: text, choices: [] };
  }

  function show(message) {
    const chat = $('chat');
    chat.querySelector('.empty')?.remove();
    const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 120;
    const bubble = element('div', message.mine ? 'bubble mine' : 'bubble');
    bubble.dataset.id = message.id;
    if (message.template) bubble.append(element('span', 'tag', 'قالب معتمد'));
    const { words, choices } = message.mine || channel === 'sms' || message.buttons?.length ? { words: message.text, choices: [] } : split(message.text);
    bubble.append(element('p', '', words));
    if (choices.length) {
      const list = element('div', 'choices');
      for (const { digit, title } of choices) {
        const button = element('button');
        button.type = 'button';
        button.append(element('b', '', digit), document.createTextNode(title));
        button.addEventListener('click', () => write(digit));
        list.append(button);
      }
      bubble.append(list);
    }
    if (message.buttons?.length) bubble.append(message.menu ? menu(message) : buttons(message));
    const meta = element('div', 'meta');
    meta.append(element('span', '', time.format(new Date(message.at))), element('span', `ticks ${message.status}`, ticks[message.status] || ''));
    if (message.code) meta.append(element('span', 'code', message.code));
    bubble.append(meta);
    const known = [...chat.children].find(child => child.dataset.id === message.id);
    if (known?.querySelector('.menu')?.open) bubble.querySelector('.menu').open = true; // a new tick does not close the list
    if (known) known.replaceWith(bubble); else chat.append(bubble);
    if (atEnd || message.mine) chat.scrollTop = chat.scrollHeight;
  }

  function buttons(message) {
    const list = element('div', 'buttons');
    for (const { id, title } of message.buttons) list.append(tappable(title, () => write(title, { id, isRow: false, message: message.id })));
    return list;
  }

  // A list opens from its one button, as on the phone.
  function menu(message) {
    const list = element('details', 'menu');
    list.append(element('summary', '', message.menu));
    for (const { id, title } of message.buttons) {
      list.append(tappable(title, () => { list.open = false; write(title, { id, isRow: true, message: message.id }); }));
    }
    return list;
  }

  function tappable(title, tap) {
    const button = element('button', '', title);
    button.type = 'button';
    button.addEventListener('click', tap);
    return button;
  }

  let closesAt = null;
  async function readWindow() {
    if (!number) return;
    closesAt = (await (await fetch(`/simulator/window?address=${encodeURIComponent(address())}`)).json()).closesAt;
    showWindow();
  }
  function showWindow() {
    const left = closesAt ? Math.floor((new Date(closesAt) - Date.now()) / 1000) : null;
    const part = value => String(value).padStart(2, '0');
    $('window').textContent = channel === 'sms' || left === null ? '' : left > 0
      ? `${Math.floor(left / 3600)}:${part(Math.floor(left / 60) % 60)}:${part(left % 60)}` : 'انتهت المهلة';
    $('window').classList.toggle('closed', left !== null && left <= 0);
  }

  function open() {
    source?.close();
    screen.dataset.channel = channel;
    $('title').textContent = senders[channel];
    $('subtitle').textContent = number;
    for (const name of ['whatsapp', 'sms']) $(`tab-${name}`).setAttribute('aria-selected', String(name === channel));
    for (const button of $('people').children) button.setAttribute('aria-selected', String(button.dataset.number === number));
    $('chat').replaceChildren(element('p', 'empty', number ? 'لا رسائل بعد. ابدأ بـ «السلام عليكم».' : 'اختر صاحب الجوال.'));
    if (!number) return;
    history.replaceState(null, '', `?number=${encodeURIComponent(number)}`);
    source = new EventSource(`/simulator/phone?address=${encodeURIComponent(address())}`);
    source.onmessage = event => show(JSON.parse(event.data));
    $('trouble').value = '';
    readWindow();
  }

  async function write(text, tap = null) {
    if (!text.trim() || !number) return;
    await fetch('/simulator/phone', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ address: address(), text, tap }),
    });
    setTimeout(readWindow, 500);
  }

  const post = (path, body) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  $('silence').addEventListener('click', async () => {
    await post('/simulator/window/close', { address: address() });
    readWindow();
  });
  $('trouble').addEventListener('change', () => {
    const [code, later] = $('trouble').value.split(' ');
    post('/simulator/trouble', { address: address(), code: Number(code || 0), later: later === 'later' });
  });

  $('compose').addEventListener('submit', event => {
    event.preventDefault();
    const text = $('text').value;
    $('text').value = '';
    write(text);
  });
  $('text').addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      $('compose').requestSubmit();
    }
  });
  $('number-form').addEventListener('submit', event => {
    event.preventDefault();
    number = $('number').value.trim();
    open();
  });
  for (const name of ['whatsapp', 'sms']) {
    $(`tab-${name}`).addEventListener('click', () => { channel = name; open(); });
  }

  const tick = () => { $('clock').textContent = time.format(new Date()); };
  tick();
  setInterval(tick, 10000);
  setInterval(showWindow, 1000);

  fetch('/simulator/people').then(response => response.json()).then(people => {
    for (const person of people) {
      const button = element('button', '', person.fullName);
      button.type = 'button';
      button.dataset.number = person.phone;
      button.setAttribute('role', 'option');
      button.append(element('small', '', person.phone));
      button.addEventListener('click', () => { number = person.phone; open(); });
      $('people').append(button);
    }
    number = number || people[0]?.phone || '+966500000001';
    open();
  });
})();
