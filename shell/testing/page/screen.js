// Stands for the renderer: one frame to the terminal, and its echo on the page.
const socket = new WebSocket(`ws://${location.host}/screen`);
socket.addEventListener('open', () => socket.send('民卡'));
socket.addEventListener('message', (event) => {
  document.getElementById('said').textContent = event.data;
});
