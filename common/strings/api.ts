import { sentences } from './sentence.ts';

/** What `minka api` and `minka client` say: to whoever joins a hospital's system to a terminal. */
export const apiStrings = sentences({
  usage: {
    zh: `用法：minka api 操作 [名=值 …] [--body 文件|-] [--key 键] --token-file 文件 [--profile 文件] [--json]
      有哪些操作：minka api list；每个操作的例子：minka api help [操作]；接口文档 /minka/v1/openapi.json
      minka api events [--count 条数] [--seconds 秒] --token-file 文件：终端上发生的事，一行一件（Ctrl-C 结束）
      例：minka api readPerson --token-file 令牌
          minka api settleBill quote=… --key 2026-11-22-0001 --token-file 令牌
      没有结算、没有打出、密码不对都以 1 结束；用法错以 2 结束
      动钱的操作（settleBill、refundBill）要 --key；不给就新取一个并写在前面
用法：minka client add 名称 --scopes 权限,… [--days 天数] [--encounters own|all] [--profile 文件]
      minka client list · minka client remove 名称
      令牌只显示这一次，文件里只存它的散列`,
    en: `Usage: minka api OPERATION [name=value ...] [--body FILE|-] [--key KEY] --token-file FILE [--profile FILE] [--json]
      operations: minka api list; an example of each: minka api help [OPERATION]; the document: /minka/v1/openapi.json
      minka api events [--count N] [--seconds S] --token-file FILE: what happens at the terminal, a line each (Ctrl-C ends)
      such as: minka api readPerson --token-file TOKEN
               minka api settleBill quote=... --key 2026-11-22-0001 --token-file TOKEN
      exit 1 where nothing was settled, nothing printed, the PIN was wrong; 2 for wrong usage
      what moves money (settleBill, refundBill) takes --key; without one a new one is made, and said first
Usage: minka client add NAME --scopes SCOPE,... [--days DAYS] [--encounters own|all] [--profile FILE]
      minka client list · minka client remove NAME
      a token is shown once; the file holds its hash`,
  },
  operation: { zh: '{name}  {summary}  [{scope}]', en: '{name}  {summary}  [{scope}]' },
  bodyIs: { zh: '  {file} 里写：', en: '  with {file}:' },
  usingKey: { zh: '本次用键 {key}（重试用同一个）', en: 'using key {key} (repeat with the same one)' },
  client: { zh: '{name}  {scopes}  到 {until}  {encounters}', en: '{name}  {scopes}  until {until}  {encounters}' },
  noClients: { zh: '还没有客户端。', en: 'There are no clients.' },
  added: {
    zh: '客户端 {name} 的令牌（只显示这一次）：\n{token}',
    en: 'The token of {name} (shown this once):\n{token}',
  },
  removed: { zh: '客户端 {name} 已删除，令牌即刻作废。', en: '{name} was removed; its token is void at once.' },
  noSuchClient: { zh: '没有叫 {name} 的客户端。', en: 'There is no client {name}.' },
  taken: { zh: '已经有叫 {name} 的客户端。', en: 'There is a client {name} already.' },
  noApi: { zh: '站点文件没有开 hisApi。', en: 'The site profile has no hisApi.' },
  notListening: { zh: '终端没有在运行，或接口没有开。', en: 'The terminal does not run, or its API is off.' },
  clientsFile: { zh: '客户端文件用不了：{why}', en: 'The file of clients cannot be used: {why}' },
});

export type ApiKey = keyof typeof apiStrings;
