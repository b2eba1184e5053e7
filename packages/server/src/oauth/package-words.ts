import type { Package } from '@opentbk/top'

/** What an app may do with each package, in words for the member who is asked. */
export const packageWords: Readonly<Record<Package, readonly [chinese: string, english: string]>> = {
  basic: [
    '查询商品、店铺与选品，以你的身份生成商品ID',
    'look up goods, shops and selections, with item ids made for you',
  ],
  link: ['用你的推广位生成推广链接和淘口令', 'make promotion links and 淘口令 with your adzones'],
  share: ['用你的推广位做三方分成转链', 'make links that share what they earn with another publisher'],
  order: ['读取你的推广订单、退款与处罚记录', 'read your orders, refunds and penalties'],
  publisher: [
    '读取和新建你的推广位、渠道与会员备案、邀请码',
    'read and add your adzones, channels, members and invite codes',
  ],
  reward: [
    '用你的账户创建淘礼金与红包，读取其报表',
    'create gifts and red packets from your account, and read their reports',
  ],
  report: ['读取你的推广效果报表', 'read reports of your promotion'],
  audience: ['使用和上传你的人群', 'use and upload your audiences'],
  community: [
    '读取你的社群发单计划并回传结果',
    'read the plans of your communities and report their results',
  ],
  content: ['以你的名义上传和查询内容', 'upload and look up content in your name'],
}
