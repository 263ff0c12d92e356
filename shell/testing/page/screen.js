// Stands for the renderer: one frame to the terminal, its echo on the page, and a style element under the nonce.
const socket = new WebSocket(`ws://${location.host}/screen`);
const style = document.createElement('style');
style.nonce = document.querySelector('meta[property="csp-nonce"]').nonce;
style.textContent = '#said { color: rgb(1, 2, 3) }';
document.head.append(style);
socket.addEventListener('open', () => socket.send('民卡'));
socket.addEventListener('message', (event) => {
  document.getElementById('said').textContent = event.data;
});
