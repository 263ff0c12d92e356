// A page under an attacker's hand, on the kiosk's own origin. It tells how it stands, and runs what it is told to, at
// the person's next touch (many things need one).
import { attempts } from '/attempts.js';

const documentId = String(performance.timeOrigin);
const socket = new WebSocket(`ws://${location.host}/screen`);
const say = (said, text) =>
  socket.send(
    JSON.stringify({
      said,
      text,
      document: documentId,
      href: location.href,
      zoom: devicePixelRatio,
      width: innerWidth,
    }),
  );

let armed = null;
socket.addEventListener('open', () => say('hello'));
socket.addEventListener('message', ({ data }) => {
  const command = JSON.parse(data);
  document.getElementById('link').href = command.elsewhere;
  if (command.cmd === 'state') say('state');
  if (command.cmd === 'arm') armed = command;
});
document.getElementById('zone').addEventListener('click', async () => {
  if (armed === null) return;
  const { name, elsewhere } = armed;
  armed = null;
  try {
    say('note', String(await attempts[name](elsewhere)));
  } catch (error) {
    say('note', String(error));
  }
});
