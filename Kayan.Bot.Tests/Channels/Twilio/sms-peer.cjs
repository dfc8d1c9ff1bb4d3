// Twilio's calculator as a peer: one JSON text a line on stdin, one JSON answer a line on stdout.
const { SegmentedMessage } = require('sms-segments-calculator');

require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const message = new SegmentedMessage(JSON.parse(line));
  console.log(JSON.stringify({ encoding: message.encodingName, count: message.segmentsCount }));
});
