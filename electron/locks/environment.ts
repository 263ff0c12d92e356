import { err, ok, type Result } from '../../common/kernel/result.ts';

/** Variables that load code, open an inspector, weaken TLS or change what Electron is. None has a use on a terminal. */
const REFUSED =
  /^(?:NODE_|ELECTRON_|LD_(?:PRELOAD|AUDIT|LIBRARY_PATH|DEBUG)|DYLD_|CHROME_|CHROMIUM_|GTK_(?:MODULES|PATH|EXE_PREFIX)|GIO_(?:EXTRA_MODULES|MODULE_DIR)|SSLKEYLOGFILE|SSL_CERT_|OPENSSL_|UV_USE_IO_URING|V8_|BASH_ENV)/;

/** What our own processes are given: where they are, how text is read, where the session's services listen. */
const PASSED =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TEMP|TMP|XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS|PCSCLITE_CSOCK_NAME|SystemRoot|windir)$/;

/** The lock on the environment: err names the first variable (never its value) that must not be set. */
export function checkEnvironment(env: Readonly<Record<string, string | undefined>>): Result<null, string> {
  const refused = Object.entries(env)
    .filter(([name, value]) => value !== undefined && value !== '' && REFUSED.test(name))
    .map(([name]) => name)
    .sort();
  return refused[0] === undefined ? ok(null) : err(`a variable that must not be set: ${refused[0]}`);
}

/** The environment of terminal and device host: an allow-list, so a variable nobody thought of goes nowhere. */
export function childEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && PASSED.test(name)) passed[name] = value;
  }
  return passed;
}
