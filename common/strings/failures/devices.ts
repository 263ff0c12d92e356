import { type FailureSentences, say } from '../failure-sentence.ts';

/** Device host and printer. */
export const devicesFailures = {
  HOST_GONE: {
    person: say(
      '读卡和打印正在恢复，没有扣钱。请稍等。',
      'Card reading and printing are coming back. Nothing was taken. Please wait a moment.',
    ),
    remedy: say(
      '等十秒自动恢复；反复出现就把终端重启，并报运维。',
      'Wait ten seconds for it to come back; if it repeats, restart the terminal and report it.',
    ),
  },
  PRINTER_OFFLINE: {
    person: say(
      '账已记好，只是打印机没连上。凭条可去窗口补打。',
      'Your record is safe; only the printer is not connected. Get the slip at the window.',
    ),
    remedy: say(
      '查打印机电源和串口线，再跑 minka printer status。',
      'Check the printer power and serial cable, then run `minka printer status`.',
    ),
  },
  PRINTER_PAPER_OUT: {
    person: say(
      '账已记好，只是纸用完了。换好纸会接着打。',
      'Your record is safe; only the paper ran out. It goes on when there is paper.',
    ),
    remedy: say(
      '开盖，换 80 毫米热敏纸，光面朝上，合盖；凭条会自动接着打。',
      'Open the cover, load an 80 mm thermal roll, coated side up, close it; the slip goes on by itself.',
    ),
  },
  PRINTER_COVER_OPEN: {
    person: say(
      '账已记好，只是打印机盖没合上。合好会接着打。',
      'Your record is safe; only the printer cover is open. It goes on when closed.',
    ),
    remedy: say(
      '把打印机盖按到“咔”一声；凭条会自动接着打。',
      'Press the printer cover until it clicks; the slip goes on by itself.',
    ),
  },
  PRINTER_CUTTER: {
    person: say(
      '账已记好，只是切刀卡住了。凭条可去窗口补打。',
      'Your record is safe; only the cutter is stuck. Get the slip at the window.',
    ),
    remedy: say(
      '断电，开盖，取出碎纸，转切刀轮让刀复位，再上电。',
      'Power off, open, remove the scraps, turn the cutter wheel home, power on.',
    ),
  },
  PRINTER_FAULT: {
    person: say(
      '账已记好，只是打印机停了。凭条可去窗口补打。',
      'Your record is safe; only the printer has stopped. Get the slip at the window.',
    ),
    remedy: say(
      '断电，等打印头凉五分钟，再上电；还停就换打印机。',
      'Power off, let the head cool five minutes, power on; if it stops again, change the printer.',
    ),
  },
  PRINT_UNKNOWN: {
    person: say(
      '账已记好。请看出纸口，没有凭条就去窗口补打。',
      'Your record is safe. Please look at the paper slot; if there is no slip, get one at the window.',
    ),
    remedy: say(
      '看出纸口有没有完整凭条；没有就在窗口补打，凭条上会写“补打”。',
      'Look for a complete slip in the slot; if none, print a copy at the desk, marked as a copy.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
