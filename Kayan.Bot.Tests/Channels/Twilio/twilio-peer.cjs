// Twilio's own library as a peer: one JSON request a line on stdin, one JSON answer a line on stdout.
const { getExpectedTwilioSignature, validateRequest } = require('twilio/lib/webhooks/webhooks');
const querystring = require('querystring');

require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const { token, url, body, signature } = JSON.parse(line);
  const params = { ...querystring.parse(body, '&', '=', { maxKeys: 0 }) };
  console.log(JSON.stringify({
    signature: getExpectedTwilioSignature(token, url, params),
    valid: validateRequest(token, signature, url, params),
  }));
});
