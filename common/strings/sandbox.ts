import { sentences } from './sentence.ts';

/** What `npm run sandbox` says: to a HIS vendor's programmer. */
export const sandboxStrings = sentences({
  ready: {
    zh: `沙箱已开，直到 Ctrl-C。

  接口       {url}/minka/v1/
  文档       {document}
  令牌文件   {tokenFile}
  演示台     {dock}

另开一个终端：
  npx minka sim people                  谁来了、密码
  npx minka sim card insert 1           把第一个人的卡插进去
  npx minka sim pin 密码                在密码键盘上按密码和确认键
  npx minka api readPerson --token-file {tokenFile}
怎么接：docs/integration.md`,
    en: `The sandbox is open, until Ctrl-C.

  API          {url}/minka/v1/
  document     {document}
  token file   {tokenFile}
  dock         {dock}

In another shell:
  npx minka sim people                  who came, and their PINs
  npx minka sim card insert 1           put the first person's card in
  npx minka sim pin DIGITS              type a PIN on the pad, and its green key
  npx minka api readPerson --token-file {tokenFile}
How to join: docs/integration.md`,
  },
  failed: { zh: '沙箱没有开起来：{why}', en: 'The sandbox did not come up: {why}' },
});

export type SandboxKey = keyof typeof sandboxStrings;
