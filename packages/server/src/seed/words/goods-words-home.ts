import { type CategoryWords, leaf, words } from './word-lists.ts'

export const homeCategories: readonly CategoryWords[] = [
  {
    id: 50002766,
    name: '零食/坚果/特产',
    adjectives: words('每日 手工 独立包装 网红 休闲 老式 新货 香脆 童年 精选'),
    tails: words('办公室零食 整箱 大礼包 追剧小吃 送礼 批发 解馋'),
    variants: words('原味 麻辣味 五香味 蜂蜜味 混合装'),
    leaves: [
      leaf(50012981, '坚果炒货', {
        yuan: [15, 199],
        nouns: '混合坚果 夏威夷果 碧根果 腰果仁',
        specs: '500g 750g 30袋',
      }),
      leaf(50009556, '饼干', { yuan: [9, 89], nouns: '苏打饼干 曲奇饼干 威化饼', specs: '400g 1000g 整箱' }),
      leaf(50012982, '肉干', { yuan: [15, 159], nouns: '牛肉干 猪肉脯 鸭脖', specs: '100g 250g 20小包' }),
      leaf(50008613, '蜜饯果干', {
        yuan: [9, 99],
        nouns: '芒果干 话梅 冻干草莓 葡萄干',
        specs: '108g 300g 三袋装',
      }),
    ],
  },
  {
    id: 50008090,
    name: '3C数码配件',
    adjectives: words('迷你 磁吸 轻薄 升级 高颜值 商务 二合一 新款'),
    tails: words('便携 通用 学生 车载 桌面 不伤机 长续航'),
    variants: words('黑色 白色 蓝色 标准版 升级版'),
    leaves: [
      leaf(50024094, '充电器', { yuan: [19, 299], nouns: '充电器 充电头 多口充电器', specs: '20W 65W 100W' }),
      leaf(50009211, '移动电源', {
        yuan: [39, 329],
        nouns: '充电宝 移动电源',
        specs: '10000毫安 20000毫安 自带线',
      }),
      leaf(50024095, '手机壳', {
        yuan: [9, 99],
        nouns: '手机壳 手机保护套',
        specs: '液态硅胶 支架款 情侣款',
      }),
      leaf(50005050, '蓝牙耳机', {
        yuan: [39, 899],
        nouns: '蓝牙耳机 头戴耳机 骨传导耳机',
        specs: '入耳式 半入耳 运动款',
      }),
    ],
  },
  {
    id: 50012100,
    name: '生活电器',
    adjectives: words('静音 智能 无线 家用 小型 节能 遥控 变频 立式 桌面'),
    tails: words('卧室 宿舍 办公室 母婴 大风力 送父母 租房'),
    variants: words('白色 灰色 标准款 智能款'),
    leaves: [
      leaf(350402, '加湿器', { yuan: [39, 499], nouns: '加湿器 香薰机', specs: '4L 6L 上加水' }),
      leaf(350407, '吸尘器', { yuan: [99, 1999], nouns: '吸尘器 除螨仪 洗地机', specs: '手持 车载 立式' }),
      leaf(350409, '电风扇', {
        yuan: [39, 599],
        nouns: '落地扇 循环扇 挂脖风扇',
        specs: '五叶 七叶 USB充电',
      }),
      leaf(350411, '取暖器', {
        yuan: [59, 799],
        nouns: '暖风机 踢脚线取暖器 小太阳',
        specs: '2000W 800W 折叠款',
      }),
    ],
  },
  {
    id: 50012082,
    name: '厨房电器',
    adjectives: words('家用 多功能 智能 迷你 全自动 大容量 复古 易清洗'),
    tails: words('一人食 宿舍 新手 全家 礼品 小户型'),
    variants: words('奶白色 薄荷绿 黑色 升级款'),
    leaves: [
      leaf(50012086, '电饭煲', { yuan: [89, 999], nouns: '电饭煲 电饭锅', specs: '2L 3L 5L' }),
      leaf(50018263, '空气炸锅', { yuan: [129, 899], nouns: '空气炸锅 烤箱一体机', specs: '4.5L 6L 可视' }),
      leaf(50012093, '榨汁机', { yuan: [49, 599], nouns: '榨汁杯 原汁机 破壁机', specs: '350ml 1.2L 无线' }),
      leaf(50012087, '电水壶', {
        yuan: [39, 329],
        nouns: '电热水壶 养生壶 恒温壶',
        specs: '1.5L 1.7L 316钢',
      }),
    ],
  },
  {
    id: 50008163,
    name: '床上用品',
    adjectives: words('纯棉 水洗棉 天丝 磨毛 ins风 轻奢 抗菌 亲肤 加厚 裸睡'),
    tails: words('四季通用 学生宿舍 双人 不褪色 婚庆 民宿 单人'),
    variants: words('1.2米 1.5米 1.8米 2.0米'),
    leaves: [
      leaf(50008779, '四件套', {
        yuan: [79, 799],
        nouns: '床上四件套 床单被套',
        specs: '床单款 床笠款 100支',
      }),
      leaf(50008248, '被子', {
        yuan: [69, 999],
        nouns: '夏凉被 羽丝绒冬被 大豆纤维被',
        specs: '4斤 6斤 8斤',
      }),
      leaf(50002777, '枕头', {
        yuan: [29, 399],
        nouns: '乳胶枕 记忆棉枕头 羽绒枕',
        specs: '低枕 一对装 护颈',
      }),
      leaf(50001871, '蚊帐', { yuan: [39, 299], nouns: '蒙古包蚊帐 落地蚊帐', specs: '免安装 加密 防摔' }),
    ],
  },
  {
    id: 21,
    name: '居家日用',
    adjectives: words('加厚 家用 大号 创意 北欧 简约 便携 日式 高颜值'),
    tails: words('租房神器 宿舍 实用 办公室 送长辈 囤货 学生'),
    variants: words('一个装 两个装 三个装 大号 小号'),
    leaves: [
      leaf(50012478, '收纳箱', {
        yuan: [15, 199],
        nouns: '收纳箱 收纳盒 真空收纳袋',
        specs: '三个装 带盖 大容量',
      }),
      leaf(50012512, '保温杯', {
        yuan: [29, 259],
        nouns: '保温杯 吸管杯 焖烧杯',
        specs: '500ml 800ml 316不锈钢',
      }),
      leaf(50012514, '纸巾', { yuan: [9, 99], nouns: '抽纸 卷纸 湿厕纸', specs: '24包 40包 整箱' }),
      leaf(50012515, '雨伞', {
        yuan: [15, 129],
        nouns: '晴雨伞 全自动折叠伞 长柄伞',
        specs: '十骨 黑胶 加大',
      }),
    ],
  },
  {
    id: 50010728,
    name: '运动/瑜伽/健身/球迷用品',
    adjectives: words('专业 防滑 入门 家用 户外 便携 耐用 比赛'),
    tails: words('女士 男士 初学者 减脂 塑形 训练 学生体育'),
    variants: words('黑色 粉色 蓝色 紫色 加厚款'),
    leaves: [
      leaf(50016743, '瑜伽垫', { yuan: [29, 299], nouns: '瑜伽垫 健身垫', specs: '8mm 10mm TPE' }),
      leaf(50017616, '哑铃', { yuan: [29, 499], nouns: '哑铃 包胶哑铃 壶铃', specs: '5kg 10kg 一对' }),
      leaf(50014857, '跳绳', { yuan: [9, 99], nouns: '跳绳 无绳跳绳', specs: '计数 钢丝 竹节' }),
      leaf(50016756, '羽毛球拍', { yuan: [49, 699], nouns: '羽毛球拍 碳素球拍', specs: '对拍 单拍 4U' }),
    ],
  },
  {
    id: 29,
    name: '宠物/宠物食品及用品',
    adjectives: words('天然 优选 升级 进口 高端 实惠 人气'),
    tails: words('通用型 囤货 多宠家庭 新手养宠 实惠装 试用装'),
    variants: words('小号 中号 大号 尝鲜装'),
    leaves: [
      leaf(50023068, '猫粮', { yuan: [29, 399], nouns: '猫粮 冻干猫粮', specs: '1.5kg 2kg 10kg' }),
      leaf(50023066, '狗粮', { yuan: [29, 359], nouns: '狗粮 冻干狗粮', specs: '2kg 5kg 20斤' }),
      leaf(50023070, '猫砂', {
        yuan: [15, 129],
        nouns: '豆腐猫砂 混合猫砂 膨润土猫砂',
        specs: '6L 四包装 20斤',
      }),
      leaf(50023080, '宠物窝', {
        yuan: [29, 259],
        nouns: '猫窝 狗窝 宠物垫',
        specs: '四季款 冬季保暖 封闭式',
      }),
    ],
  },
]
