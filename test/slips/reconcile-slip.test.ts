import { it } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { RECONCILE_SLIPS } from './reconcile.ts';
import { describeGoldens, expectInOrder } from './testing.ts';

describeGoldens(RECONCILE_SLIPS);

it('read back from its bytes: the answer, each part with ours, theirs and the difference, then why', () => {
  const [{ slip, columns }] = RECONCILE_SLIPS;
  const text = readReceipt(printOffline(slip, columns).bytes).lines.join('\n');
  const order = [
    /演示·无效/,
    /医保对账单/,
    /1 条待查，涉及 628\.50 元/,
    /2026-03-02/,
    /H99010100017/,
    /HC-0103-07/,
    /S-0107/,
    /310 职工基本医保　有差异待查/,
    /我方 41 笔\s+25768\.50/,
    /现金\s+1508\.39/,
    /中心 43 笔\s+27025\.50/,
    /相差（中心减我方）\s+1257\.00/,
    /390 城乡居民医保　对平/,
    /相差（中心减我方）\s+0\.00/,
    /其他终端 05　3 笔\s+1885\.50/,
    /中心已结，这里没有算作结算　待办 7/,
    /差额\s+628\.50/,
    /已补记，两边一致/,
    /另有 3 条，见明细文件/,
    /经办人：\s*复核：/,
  ];
  expectInOrder(text, order);
});
