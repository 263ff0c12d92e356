// What a hostile page may try. Each takes the address of another server of this machine.
const follow = (href, attributes = {}) => {
  const link = Object.assign(document.createElement('a'), { href, ...attributes });
  document.body.append(link);
  link.click();
  link.remove();
};
const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));

export const attempts = {
  openWindow: () => window.open('/', '_blank', 'width=400,height=400'),
  openElsewhere: (elsewhere) => window.open(elsewhere),
  openBlank: () => window.open('about:blank'),
  targetBlank: () => follow('/', { target: '_blank' }),
  goElsewhere: (elsewhere) => location.assign(elsewhere),
  goAway: () => location.assign('http://example.com/'),
  goFile: () => follow('file:///etc/passwd'),
  goChrome: () => follow('chrome://version'),
  goViewSource: () => window.open(`view-source:${location.href}`),
  goJavascript: () => follow('javascript:document.body.replaceChildren("run")'),
  goData: () => follow('data:text/html,<body bgcolor=red>', { target: '_blank' }),
  goBlob: () => location.assign(blob('<body bgcolor=red>', 'text/html')),
  goPdf: (elsewhere) => location.assign(`${elsewhere}/pdf`),
  blobPdf: () => location.assign(blob('%PDF-1.1\ntrailer<</Root 1 0 R>>', 'application/pdf')),
  goAuth: (elsewhere) => location.assign(`${elsewhere}/auth`),
  downloadBlob: () => follow(blob('taken', 'application/octet-stream'), { download: 'taken.bin' }),
  downloadElsewhere: (elsewhere) => location.assign(`${elsewhere}/file`),
  saveOwnPage: () => follow('/', { download: 'page.html' }),
  chooseFile: () => document.getElementById('file').click(),
  pickFile: () => window.showOpenFilePicker(),
  pickSave: () => window.showSaveFilePicker(),
  pickFolder: () => window.showDirectoryPicker(),
  print: () => window.print(),
  alert: () => window.alert('a dialog'),
  confirm: () => window.confirm('a dialog'),
  prompt: () => window.prompt('a dialog'),
  beforeUnload() {
    addEventListener('beforeunload', (event) => event.preventDefault());
    location.reload();
  },
  mailto: () => follow('mailto:a@example.com'),
  tel: () => follow('tel:110'),
  protocol: () => navigator.registerProtocolHandler('web+minka', '/?%s'),
  iframe(elsewhere) {
    const frame = Object.assign(document.createElement('iframe'), { src: elsewhere, width: 600, height: 400 });
    document.body.append(frame);
    setTimeout(() => frame.remove(), 2500);
  },
  image(elsewhere) {
    new Image().src = `${elsewhere}/pixel`;
  },
  fetch: (elsewhere) => fetch(`${elsewhere}/fetch`, { mode: 'no-cors' }),
  beacon: (elsewhere) => navigator.sendBeacon(`${elsewhere}/beacon`, 'x'),
  form(elsewhere) {
    const form = Object.assign(document.createElement('form'), { action: elsewhere, method: 'post' });
    document.body.append(form);
    form.submit();
  },
  notification: () => Notification.requestPermission(),
  geolocation: () => navigator.geolocation.getCurrentPosition(() => undefined),
  camera: () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
  captureScreen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
  clipboardRead: () => navigator.clipboard.readText(),
  usb: () => navigator.usb.requestDevice({ filters: [] }),
  serial: () => navigator.serial.requestPort(),
  hid: () => navigator.hid.requestDevice({ filters: [] }),
  bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
  localFonts: () => window.queryLocalFonts(),
  midi: () => navigator.requestMIDIAccess({ sysex: true }),
  screenDetails: () => window.getScreenDetails(),
  payment: () =>
    new PaymentRequest([{ supportedMethods: 'https://example.com/pay' }], {
      total: { label: 'x', amount: { currency: 'CNY', value: '1' } },
    }).show(),
  passkey: () =>
    navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(16),
        rp: { name: 'x' },
        user: { id: new Uint8Array(8), name: 'x', displayName: 'x' },
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      },
    }),
  pictureInPicture: () => documentPictureInPicture.requestWindow(),
  leaveFullScreen: () => document.exitFullscreen(),
  resize() {
    window.resizeTo(300, 300);
    window.moveTo(100, 100);
  },
  close: () => window.close(),
  share: () => navigator.share({ text: 'x' }),
  pointerLock: () => document.body.requestPointerLock(),
  keyboardLock: () => navigator.keyboard.lock(),
  eyeDropper: () => new EyeDropper().open(),
  colour() {
    const input = Object.assign(document.createElement('input'), { type: 'color' });
    document.body.append(input);
    input.showPicker();
    setTimeout(() => input.remove(), 2500);
  },
  serviceWorker: () => navigator.serviceWorker.register('/page.js'),
};
