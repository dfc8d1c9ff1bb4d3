// The chat page: Microsoft's Web Chat control on this service's own Direct Line.
(() => {
  const EXPIRED = 3;
  const FAILED = 4;
  const ENDED = 5;
  const domain = new URL('/v3/directline', location.href).href;
  const main = document.getElementById('webchat');
  const trouble = document.querySelector('.trouble');
  const nonce = main.dataset.nonce;

  document.documentElement.classList.toggle('framed', window.self !== window.top);
  document.querySelector('[data-retry]').addEventListener('click', () => location.reload());
  document.querySelector('[data-end]').addEventListener('click', async () => {
    await post('/tokens/end').catch(() => {});
    location.reload();
  });
  document.querySelector('[data-to-box]').addEventListener('click', (event) => {
    const box = document.querySelector('[data-id="webchat-sendbox-input"]');
    if (box) {
      event.preventDefault();
      box.focus();
    }
  });

  start().catch(fail);

  async function start() {
    const { token } = await grant();
    const directLine = window.WebChat.createDirectLine({ domain, token, conversationStartProperties: { locale: 'ar-SA' } });
    directLine.connectionStatus$.subscribe((status) => {
      if (status === EXPIRED) renew(directLine).catch(fail);
      if (status === FAILED || status === ENDED) fail();
    });
    window.WebChat.renderWebChat({
      directLine,
      store: window.WebChat.createStore({}, sayWhichFiles),
      nonce,
      locale: 'ar-SA',
      dir: 'rtl',
      styleOptions: style(),
    }, main);
  }

  // A file that is refused would only read "not sent, try again", and trying again does not help: say what is taken.
  function sayWhichFiles({ dispatch }) {
    const withFiles = new Set();
    return (next) => (action) => {
      const id = action.meta?.clientActivityID;
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && action.payload?.activity?.attachments?.length) withFiles.add(id);
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' && withFiles.has(id)) {
        dispatch({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id: 'files', level: 'error', message: main.dataset.files } });
      }
      return next(action);
    };
  }

  // The service knows this browser's conversation by a cookie: a reload, and a phone that slept, come back to the same one.
  async function grant() {
    const response = await post('/tokens/generate');
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  let renewing;
  function renew(directLine) {
    renewing ??= (async () => {
      const { token, conversationId } = await grant();
      if (conversationId !== directLine.conversationId) {
        location.reload();
        return;
      }
      const response = await fetch(`${domain}/conversations/${conversationId}?watermark=${directLine.watermark ?? ''}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw new Error(String(response.status));
      directLine.reconnect(await response.json());
    })().finally(() => { renewing = undefined; });
    return renewing;
  }

  function post(path) {
    return fetch(domain + path, { method: 'POST', credentials: 'same-origin' });
  }

  function fail() {
    main.hidden = true;
    trouble.hidden = false;
  }

  function style() {
    return {
      primaryFont: '"IBM Plex Sans Arabic", "Noto Sans Arabic", "SF Arabic", "Segoe UI", Tahoma, sans-serif',
      accent: '#0e5a57',
      backgroundColor: '#fbf7ef',
      rootHeight: '100%',
      rootWidth: '100%',
      paddingRegular: 12,
      bubbleBackground: '#ffffff',
      bubbleBorderColor: '#e5dcc8',
      bubbleBorderRadius: 18,
      bubbleTextColor: '#1d2b2a',
      bubbleMaxWidth: 560,
      bubbleFromUserBackground: '#0e5a57',
      bubbleFromUserBorderColor: '#0e5a57',
      bubbleFromUserBorderRadius: 18,
      bubbleFromUserTextColor: '#ffffff',
      botAvatarInitials: 'ك',
      botAvatarBackgroundColor: '#2f8f7f',
      userAvatarInitials: '',
      hideUploadButton: false,
      uploadAccept: 'image/*,application/pdf,audio/*',
      sendBoxBackground: '#ffffff',
      sendBoxBorderTop: '1px solid #e5dcc8',
      sendBoxButtonColor: '#0e5a57',
      sendBoxHeight: 56,
      sendBoxTextWrap: true,
      suggestedActionLayout: 'flow',
      suggestedActionBackgroundColor: '#ffffff',
      suggestedActionBorderColor: '#0e5a57',
      suggestedActionTextColor: '#0a4341',
      suggestedActionBorderRadius: 20,
      suggestedActionBackgroundColorOnHover: '#e6f1ee',
      suggestedActionKeyboardFocusIndicatorBorderColor: '#e8b75c',
      subtle: '#52625f',
      timestampColor: '#52625f',
    };
  }
})();
