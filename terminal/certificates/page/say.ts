import { type CertificateString, certificateStrings } from '../../../common/strings/certificate.ts';

export type PageSay = (key: CertificateString, values?: Readonly<Record<string, string | number>>) => string;

/** Speaks the texts of certificates in one language; `{name}` stands for a value. */
export function pageSayer(locale: 'zh-CN' | 'en'): PageSay {
  return (key, values = {}) => {
    const { zh, en } = certificateStrings[key];
    return (locale === 'zh-CN' ? zh : en).replace(/\{(\w+)\}/g, (whole, name: string) => `${values[name] ?? whole}`);
  };
}
