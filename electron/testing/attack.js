// What a stranger's script would try in our page. Each answers 'done' when it had its way. Plain JavaScript: it is
// served to the browser as it is.
const within = (ms, start) =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve('held'), ms);
    const done = (what = 'done') => {
      clearTimeout(timer);
      resolve(what);
    };
    // In a task of the page's own: inside a debugger's evaluation the policy would not hold for eval.
    setTimeout(() => {
      try {
        start(done);
      } catch {
        done('held');
      }
    });
  });
const add = (name, props, parent = document.body) =>
  parent.appendChild(Object.assign(document.createElement(name), props));
globalThis.hit = null;
const onHit = (start) =>
  within(1500, (done) => {
    globalThis.hit = done;
    start();
  });

globalThis.attacks = {
  eval: () => within(500, (done) => done(Reflect.get(globalThis, 'eval')('"done"'))),
  newFunction: () => within(500, (done) => done(new Function('return "done"')())),
  inlineScript: () => onHit(() => add('script', { textContent: 'globalThis.hit("done")' })),
  inlineHandler: () =>
    onHit(() => {
      const button = add('button', {});
      button.setAttribute('onclick', 'globalThis.hit("done")');
      button.click();
    }),
  javascriptUrl: () => onHit(() => add('a', { href: 'javascript:globalThis.hit("done")' }).click()),
  dataScript: () => onHit(() => add('script', { src: 'data:text/javascript,globalThis.hit("done")' })),
  blobScript: () =>
    onHit(() =>
      add('script', { src: URL.createObjectURL(new Blob(['globalThis.hit("done")'], { type: 'text/javascript' })) }),
    ),
  blobWorker: () =>
    within(1500, (done) => {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })));
      worker.onmessage = () => done();
    }),
  innerHtml: () =>
    onHit(() => {
      document.body.appendChild(document.createElement('div')).innerHTML = '<img src="x:" onerror="globalThis.hit()">';
    }),
  inlineStyle: () =>
    within(500, (done) => {
      add('style', { textContent: 'body { outline: 7px solid red }' });
      done(getComputedStyle(document.body).outlineWidth === '7px' ? 'done' : 'held');
    }),
  fetchSelf: () =>
    within(1500, (done) =>
      fetch('./attack.js').then(
        () => done(),
        () => done('held'),
      ),
    ),
  webSocket: () =>
    within(1500, (done) => {
      addEventListener('securitypolicyviolation', () => done('held'), { once: true });
      // Nobody listens there: to be let out and refused is enough.
      const socket = new WebSocket('wss://minka.test/none');
      socket.onopen = () => done();
      socket.onerror = () => setTimeout(done, 200);
    }),
  iframe: () =>
    within(1500, (done) =>
      add('iframe', {
        src: './index.html',
        onload: (event) => done(event.target.contentDocument?.title === 't' ? 'done' : 'held'),
      }),
    ),
  windowOpen: () => within(500, (done) => done(window.open('about:blank') === null ? 'held' : 'done')),
  prompt: () => within(1500, (done) => done(window.prompt('PIN?') === null ? 'held' : 'done')),
  print: () =>
    within(1500, (done) => {
      addEventListener('beforeprint', () => done(), { once: true });
      window.print();
    }),
  form: () =>
    within(1500, (done) => {
      addEventListener('securitypolicyviolation', () => done('held'), { once: true });
      add('iframe', { name: 'target' });
      const form = add('form', { action: './index.html', target: 'target' });
      frames['target'].frameElement.onload = () => done();
      form.submit();
    }),
  baseUrl: () =>
    within(500, (done) => {
      add('base', { href: 'https://evil.test/' }, document.head);
      done(document.baseURI.startsWith('https://evil.test/') ? 'done' : 'held');
    }),
  probe: () => {
    const wire = globalThis.minkaWire;
    let replaced = true;
    let changed = true;
    try {
      globalThis.minkaWire = { post: () => 1 };
      replaced = globalThis.minkaWire !== wire;
    } catch {
      replaced = false;
    }
    try {
      wire.post = () => 1;
      changed = wire.post() === 1;
    } catch {
      changed = false;
    }
    const kinds = Object.fromEntries(
      ['require', 'process', 'module', 'Buffer', 'electron'].map((name) => [name, typeof globalThis[name]]),
    );
    return { ...kinds, wire: Object.keys(wire), replaced, changed };
  },
};
