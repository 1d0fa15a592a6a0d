// Slack's own library as a peer: what it accepts, sends and acknowledges is held against the bot and against the tests' own Slack.
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.DIGESTBOT_BOLT}/`);
const [what, ...given] = process.argv.slice(2);

// Receives signed commands, and answers with what was asked.
async function receive(secret) {
  const { App, HTTPReceiver } = require('@slack/bolt');
  const receiver = new HTTPReceiver({ signingSecret: secret, endpoints: '/slack/commands', logLevel: 'error' });
  const app = new App({ receiver, logLevel: 'error', authorize: async () => ({ botToken: 'x', botId: 'B1', botUserId: 'U0BOT' }) });
  app.command('/digestbot', async ({ command, ack }) => ack(`You asked: ${command.text}`));
  const server = await app.start(0);
  console.log(server.address().port);
}

// Sends one signed command, and tells what came back.
async function send(address, secret, timestamp, text) {
  const body = new URLSearchParams({ command: '/digestbot', team_id: 'T1', channel_id: 'C1', user_id: 'U1', text }).toString();
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': `v0=${hash}` };
  const { verifySlackRequest } = require('@slack/bolt/dist/receivers/verify-request.js');
  verifySlackRequest({ signingSecret: secret, body, headers: { 'x-slack-signature': headers['X-Slack-Signature'], 'x-slack-request-timestamp': Number(timestamp) }, nowMilliseconds: Number(timestamp) * 1000 });
  const response = await fetch(address, { method: 'POST', headers, body });
  console.log(JSON.stringify({ status: response.status, body: await response.text() }));
}

// Speaks Socket Mode with the tests' own Slack.
async function socket(api, token) {
  const { SocketModeClient } = require('@slack/socket-mode');
  const client = new SocketModeClient({ appToken: token, clientOptions: { slackApiUrl: api }, logLevel: 'error' });
  client.on('slash_commands', async ({ body, ack }) => ack({ text: `You asked: ${body.text}` }));
  await client.start();
}

await { receive, send, socket }[what](...given);
