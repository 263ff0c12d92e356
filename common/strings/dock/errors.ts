import { sentences } from '../sentence.ts';

/** Why a hand movement at the dock was not done (contracts/dock, `dockErrorCodes`). */
export const dockErrors = sentences({
  DOCK_BAD_COMMAND: { zh: '演示台看不懂这条命令', en: 'The dock does not understand this command' },
  DOCK_NO_SUCH_PERSON: { zh: '没有这个人', en: 'There is nobody of that name' },
  DOCK_NO_CARD: { zh: '这个卡槽里没有卡', en: 'There is no card in this slot' },
  DOCK_CARD_IS_IN: { zh: '这个人的卡还插着', en: "This person's card is in a slot" },
  DOCK_PAD_NOT_ASKING: { zh: '密码键盘现在没有在等密码', en: 'The pad is not asking for a PIN now' },
  DOCK_NO_PAPER_THERE: { zh: '打印机口没有纸条', en: 'No paper hangs out of the printer' },
  DOCK_STILL_PRINTING: { zh: '凭条还没打完', en: 'The slip is not finished' },
  DOCK_NO_NET_CONTROL: { zh: '这次启动没有接网络开关', en: 'This lab was started without a network switch' },
  DOCK_NO_CLOCK_CONTROL: { zh: '这次启动不能拨钟', en: 'The clocks of this lab cannot be moved' },
  DOCK_FAULT_NEEDS_CENTRE: { zh: '这种毛病只有医保中心才有', en: 'Only the centre can have this fault' },
  DOCK_FAULT_OF_CONNECTION: {
    zh: '这种毛病出在连接上，那时还不知道是哪种交易',
    en: 'This fault is of the connection, before anybody knows which request comes',
  },
  DOCK_FAULT_NO_INFNO: { zh: '交易号只有医保中心才有', en: 'Only the centre has transactions' },
  DOCK_FAULT_NO_PATH: {
    zh: '医保中心按交易号挑，不按路径',
    en: 'At the centre a fault goes by transaction, not by path',
  },
  DOCK_FAULT_NO_TIME: { zh: '这种毛病没有时间可设', en: 'This fault takes no time that could be set' },
  DOCK_PART_GONE: { zh: '演示环境里有一部分没有应答', en: 'A part of the lab does not answer' },
});

/** What to do then. */
export const dockRemedies = sentences({
  DOCK_BAD_COMMAND: { zh: '看说明：npx minka --help。', en: 'See npx minka --help.' },
  DOCK_NO_SUCH_PERSON: {
    zh: '看名单：npx minka sim people；再用编号、卡名或姓名。',
    en: 'List them with npx minka sim people; then use the number, the card or the name.',
  },
  DOCK_CARD_IS_IN: { zh: '先拔卡，再换新卡。', en: 'Pull it out first, then take a new card.' },
  DOCK_NO_CARD: { zh: '先选一个人，把卡插进去。', en: 'Choose a person and put the card in first.' },
  DOCK_PAD_NOT_ASKING: {
    zh: '先插卡，等终端屏幕请您输密码，再输。',
    en: 'Put a card in, wait until the kiosk asks for the PIN, then type.',
  },
  DOCK_NO_PAPER_THERE: { zh: '办完一笔，等凭条出来再撕。', en: 'Finish a settlement and wait for its slip.' },
  DOCK_STILL_PRINTING: {
    zh: '等它打完；缺纸就装纸，开着盖就合上，它会自己接着打。',
    en: 'Let it finish: refill the paper or close the cover, and it goes on by itself.',
  },
  DOCK_NO_NET_CONTROL: { zh: '用 npm start 启动，就有网络开关。', en: 'Start the lab with npm start: it has one.' },
  DOCK_NO_CLOCK_CONTROL: {
    zh: '装上 Debian 软件包 libfaketime，再用 npm start 启动。',
    en: 'Install the Debian package libfaketime and start the lab with npm start.',
  },
  DOCK_FAULT_NEEDS_CENTRE: { zh: '对象改选医保中心。', en: 'Choose the centre as the target.' },
  DOCK_FAULT_OF_CONNECTION: { zh: '不要 --infno 和 --path。', en: 'Leave --infno and --path out.' },
  DOCK_FAULT_NO_INFNO: {
    zh: '用 --path 说哪个路径，比如 /his/v1/settled；或者都不说，每一次都算。',
    en: 'Name a path with --path, such as /his/v1/settled, or nothing: then every request fits.',
  },
  DOCK_FAULT_NO_PATH: {
    zh: '用 --infno 说哪种交易，比如 2207；或者都不说，每一次都算。',
    en: 'Name a transaction with --infno, such as 2207, or nothing: then every request fits.',
  },
  DOCK_FAULT_NO_TIME: {
    zh: '不要 --ms；要慢的用 delayMs 或 slowDrip。',
    en: 'Leave --ms out; delayMs and slowDrip are the slow ones.',
  },
  DOCK_PART_GONE: {
    zh: '等几秒再试；还不行就停掉 npm start，重新启动。',
    en: 'Try again in a few seconds; if that does not help, end npm start and start it again.',
  },
});
