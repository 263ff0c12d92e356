import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DRIVERS = 'usr/lib/pcsc/drivers/serial';

/**
 * What stands at a machine that has no hardware: a virtual card reader and a virtual screen, each by the driver that its own
 * Debian package has. Neither belongs to a terminal; they are there before it is commissioned, like a reader on its cable.
 */
export function plugReader(root: string, port: number): void {
  mkdirSync(join(root, DRIVERS), { recursive: true });
  copyFileSync(realpathSync(`/${DRIVERS}/libifdvpcd.so`), join(root, DRIVERS, 'libifdvpcd.so'));
  const address = `0x${port.toString(16).toUpperCase()}`;
  mkdirSync(join(root, 'etc/reader.conf.d'), { recursive: true });
  writeFileSync(
    join(root, 'etc/reader.conf.d/vpcd'),
    `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:${address}\nLIBPATH /${DRIVERS}/libifdvpcd.so\nCHANNELID ${address}\n`,
  );
}

/** A screen of 1920 × 1080 that nobody sees, for Debian's own Xorg. Fetched with the root's own `apt`. */
export function plugScreen(root: string): void {
  const own = ['/usr/bin/env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'sh', '-c'];
  execFileSync('chroot', [root, ...own, 'cd /root && apt-get -q download xserver-xorg-video-dummy'], {
    stdio: 'ignore',
  });
  const [deb = ''] = readdirSync(join(root, 'root')).filter((name) => name.startsWith('xserver-xorg-video-dummy'));
  execFileSync('dpkg-deb', ['-x', join(root, 'root', deb), root]);
  mkdirSync(join(root, 'etc/X11/xorg.conf.d'), { recursive: true });
  writeFileSync(
    join(root, 'etc/X11/xorg.conf.d/90-virtual-screen.conf'),
    `Section "Device"
  Identifier "virtual"
  Driver "dummy"
  VideoRam 32768
EndSection
Section "Monitor"
  Identifier "virtual"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1920x1080" 148.5 1920 2008 2052 2200 1080 1084 1089 1125 +hsync +vsync
EndSection
Section "Screen"
  Identifier "virtual"
  Device "virtual"
  Monitor "virtual"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080"
  EndSubSection
EndSection
`,
  );
}
