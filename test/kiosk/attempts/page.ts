import type { Gain } from '../testing/gains.ts';
import type { PageAttempt } from './attempt.ts';
import type { Lock } from './lock.ts';

const script = (id: string, wins: readonly Gain[], ...locks: [Lock, ...Lock[]]): PageAttempt => ({
  id,
  by: 'page',
  wins,
  locks,
});
const PROMPT = ['permissions', 'flag:--deny-permission-prompts'] as const;
const DOWNLOAD = ['csp:sandbox', 'policy:DownloadRestrictions'] as const;

/**
 * What a script of a stranger in our own page tries. "elsewhere" is a server on this machine's loopback; where an
 * attempt only ends on the browser's own "This page is blocked", the attacker has won nothing.
 */
export const pageAttempts: readonly PageAttempt[] = [
  script('openWindow', ['window'], 'csp:sandbox'),
  script('openElsewhere', ['window', 'elsewhere'], 'csp:sandbox', 'policy:URLBlocklist'),
  script('openBlank', ['window'], 'csp:sandbox', 'policy:URLBlocklist'),
  script('targetBlank', ['window'], 'csp:sandbox'),
  script('goElsewhere', ['elsewhere'], 'policy:URLBlocklist'),
  script('goJavascript', ['glass'], 'csp:script-src', 'csp:default-src'),
  script('goData', ['window'], 'csp:sandbox', 'policy:URLBlocklist'),
  script('goPdf', ['elsewhere'], 'policy:URLBlocklist'),
  script('goAuth', ['elsewhere'], 'policy:URLBlocklist'),
  script('downloadBlob', ['file'], 'policy:URLBlocklist', ...DOWNLOAD),
  script('downloadElsewhere', ['file', 'elsewhere'], 'policy:URLBlocklist', 'policy:DownloadRestrictions'),
  script('saveOwnPage', ['file'], ...DOWNLOAD),
  script('chooseFile', ['window'], 'policy:AllowFileSelectionDialogs'),
  script('print', ['glass', 'window'], 'csp:sandbox', 'policy:PrintingEnabled', 'policy:DisablePrintPreview'),
  script('alert', ['glass', 'window'], 'csp:sandbox'),
  script('confirm', ['glass', 'window'], 'csp:sandbox'),
  script('prompt', ['glass', 'window'], 'csp:sandbox'),
  script('beforeUnload', ['glass', 'window'], 'csp:sandbox'),
  script('iframe', ['elsewhere'], 'csp:default-src', 'policy:URLBlocklist'),
  script('image', ['elsewhere'], 'csp:img-src', 'csp:default-src'),
  script('fetch', ['elsewhere'], 'csp:connect-src', 'csp:default-src'),
  script('beacon', ['elsewhere'], 'csp:connect-src', 'csp:default-src'),
  script('protocol', ['glass'], 'flag:--deny-permission-prompts', 'csp:sandbox'),
  script('pictureInPicture', ['window'], 'csp:sandbox', 'permissions'),
  script('pickFile', ['window'], 'policy:AllowFileSelectionDialogs', 'policy:DefaultFileSystemReadGuardSetting'),
  script('notification', ['glass'], 'flag:--disable-notifications', 'policy:DefaultNotificationsSetting', ...PROMPT),
  script('geolocation', ['glass'], 'policy:DefaultGeolocationSetting', ...PROMPT),
  script('captureScreen', ['glass', 'window'], 'policy:ScreenCaptureAllowed', ...PROMPT),
  script('clipboardRead', ['glass'], 'policy:DefaultClipboardSetting', ...PROMPT),
  script('usb', ['glass', 'window'], 'policy:DefaultWebUsbGuardSetting', ...PROMPT),
  script('serial', ['glass', 'window'], 'policy:DefaultSerialGuardSetting', ...PROMPT),
  script('hid', ['glass', 'window'], 'policy:DefaultWebHidGuardSetting', ...PROMPT),
  script('screenDetails', ['glass'], 'policy:DefaultWindowManagementSetting', ...PROMPT),
  script('localFonts', ['glass'], 'policy:DefaultLocalFontsSetting', ...PROMPT),
  script('form', ['elsewhere'], 'csp:sandbox', 'csp:form-action', 'policy:URLBlocklist'),
];
