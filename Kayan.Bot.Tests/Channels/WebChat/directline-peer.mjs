// Drives the service with the real botframework-directlinejs: node directline-peer.mjs <scenario> <service> <token> [expired token]
// Prints one JSON line with what it saw; the test judges it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const WebSocket = require('ws');
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = WebSocket;
const { DirectLine } = require('botframework-directlinejs');

const [scenario, service, token, expired] = process.argv.slice(2);
const domain = `${service}/v3/directline`;
const sockets = [];
const giveUp = setTimeout(() => finish({ error: 'nothing more came' }), 45_000);

class Recorded extends WebSocket {
  constructor(address) {
    super(address);
    sockets.push(this);
  }
}

const scenarios = { talk, poll, reconnect, expire };
await scenarios[scenario]();

async function talk() {
  const line = open({ webSocket: true });
  const seen = record(line);
  await until(() => seen.length === 1);
  const id = await say(line, 'السلام عليكم', 'c-1');
  await until(() => seen.length === 3);
  finish({ id, seen: seen.map(shape) });
}

async function poll() {
  const line = open({ webSocket: false, pollingInterval: 200 });
  const seen = record(line);
  await until(() => seen.length === 1);
  for (let i = 0; i < 30; i++) await say(line, `m${i}`, `c-${i}`);
  await until(() => seen.length >= 61);
  await new Promise((resolve) => setTimeout(resolve, 500));
  seen.sort((one, other) => (one.id < other.id ? -1 : 1)); // under load the client hands on two polls' activities mixed
  finish({ texts: seen.map((activity) => activity.text) });
}

async function reconnect() {
  const line = open({ webSocket: true, random: () => 0 });
  const seen = record(line);
  await until(() => seen.length === 1);
  sockets[0].terminate();
  await say(line, 'الأولى', 'c-1');
  await say(line, 'الثانية', 'c-2');
  await until(() => seen.length >= 5);
  await new Promise((resolve) => setTimeout(resolve, 500));
  finish({ sockets: sockets.length, texts: seen.map((activity) => activity.text) });
}

async function expire() {
  const line = open({ webSocket: true });
  const seen = record(line);
  const statuses = [];
  line.connectionStatus$.subscribe((status) => statuses.push(status));
  await until(() => seen.length === 1);
  line.token = expired;
  const refused = await say(line, 'بعد الانتهاء', 'c-1');
  const response = await fetch(`${domain}/conversations/${line.conversationId}?watermark=${line.watermark}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  line.reconnect(await response.json());
  const id = await say(line, 'بعد التجديد', 'c-2');
  await until(() => new Set(seen.map((activity) => activity.id)).size === 3);
  const again = open({ webSocket: true, conversationId: line.conversationId, watermark: '0' });
  const history = record(again);
  await until(() => history.length === 3);
  finish({ refused, statuses, id, history: history.map((activity) => activity.text) });
}

function open(options) {
  return new DirectLine({ domain, token, WebSocket: Recorded, ...options });
}

function record(line) {
  const seen = [];
  line.activity$.filter((activity) => activity.type === 'message').subscribe((activity) => seen.push(activity));
  return seen;
}

function say(line, text, clientActivityID) {
  return line.postActivity({ type: 'message', text, from: { id: 'forged', role: 'bot' }, channelData: { clientActivityID } }).toPromise();
}

function shape({ id, text, from, replyToId, channelData }) {
  return { id, text, role: from.role, user: from.id, replyToId, clientActivityID: channelData?.clientActivityID };
}

async function until(done) {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 25));
}

function finish(result) {
  clearTimeout(giveUp);
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}
